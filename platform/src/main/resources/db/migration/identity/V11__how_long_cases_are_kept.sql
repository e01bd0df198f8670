-- What was said, written and answered in an appeal may name people; it is kept as long as its file, and then erased. That it was
-- made, when, where, of which class and how it ended stays for the figures.
insert into identity.security_rule (code, value, unit, least, most, unconfirmed, source) values
  ('RETAIN_CASE', 3650, 'DAYS', 365, 10950, true,
    'assumption: ten years after closing, as a file of ordinary term; what the archives of the district ask for was not found');
