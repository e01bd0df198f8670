-- Who appealed is kept a time after the appeal was closed, and then erased; what was said and done stays.
insert into identity.security_rule (code, value, unit, least, most, unconfirmed, source) values
  ('RETAIN_COMPLAINANT', 730, 'DAYS', 30, 3650, true,
    'assumption: two years after closing, the time in which a repeat of the matter is usual');
