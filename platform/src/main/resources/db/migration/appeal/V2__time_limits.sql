-- How long each step of an appeal may take. A version is never rewritten: another limit is the next version, from a day on.
create table appeal.time_limit (
  code text not null,
  version integer not null check (version > 0),
  regime text not null check (regime in ('HOTLINE', 'PETITION', 'GAS', 'WARRANTY')),
  step text not null check (step in ('ACCEPT', 'DISPATCH', 'RETURN', 'REPLY', 'CALL_BACK')),
  kinds text[] not null default '{}',                                  -- empty: all; as with the two below
  urgencies text[] not null default '{}',
  channels text[] not null default '{}',
  amount integer not null check (amount > 0),
  unit text not null check (unit in ('MINUTES', 'HOURS', 'CALENDAR_DAYS', 'WORKING_DAYS', 'MONTHS', 'YEARS')),
  roll text not null default 'NONE' check (roll in ('NONE', 'TO_WORKDAY')),
  most_extension integer check (most_extension > 0),                   -- in the unit of the limit
  warn_before integer check (warn_before > 0),
  warn_unit text check (warn_unit in ('MINUTES', 'HOURS', 'CALENDAR_DAYS', 'WORKING_DAYS')),
  warn_share integer check (warn_share between 1 and 99),              -- hundredths of the limit
  effective_from date not null,                                        -- first and last day of receipt
  effective_to date check (effective_to >= effective_from),
  source text not null,
  unconfirmed boolean not null,
  revision integer not null default 1,                                 -- who saw an older one is told instead of overwriting
  primary key (code, version),
  check ((warn_before is null) = (warn_unit is null) and (warn_before is null or warn_share is null))
);

-- No national law fixes the limits of 12345, and those of Nantong were not found: ours until the district states its own.
insert into appeal.time_limit (code, version, regime, step, kinds, urgencies, amount, unit, most_extension, warn_before,
  warn_unit, effective_from, source, unconfirmed) values
  ('HOTLINE.ACCEPT', 1, 'HOTLINE', 'ACCEPT', '{}', '{}', 24, 'HOURS', null, 4, 'HOURS', '2020-01-01',
    'assumption: the limit of Nantong was not found', true),
  ('HOTLINE.ACCEPT.URGENT', 1, 'HOTLINE', 'ACCEPT', '{}', '{URGENT}', 2, 'HOURS', null, 30, 'MINUTES', '2020-01-01',
    'assumption: like Beijing, 2 h for what comes over the net', true),
  ('HOTLINE.ACCEPT.EMERGENCY', 1, 'HOTLINE', 'ACCEPT', '{}', '{EMERGENCY}', 15, 'MINUTES', null, 5, 'MINUTES', '2020-01-01',
    'assumption: danger to life is counted in minutes', true),
  ('HOTLINE.DISPATCH', 1, 'HOTLINE', 'DISPATCH', '{}', '{}', 24, 'HOURS', null, 4, 'HOURS', '2020-01-01',
    'assumption: like Beijing DB11, 24 h in general', true),
  ('HOTLINE.DISPATCH.URGENT', 1, 'HOTLINE', 'DISPATCH', '{}', '{URGENT}', 2, 'HOURS', null, 30, 'MINUTES', '2020-01-01',
    'assumption: like Beijing DB11, 2 h for water, power, gas and heat', true),
  ('HOTLINE.DISPATCH.EMERGENCY', 1, 'HOTLINE', 'DISPATCH', '{}', '{EMERGENCY}', 15, 'MINUTES', null, 5, 'MINUTES', '2020-01-01',
    'assumption: shorter than the hour of Beijing DB11, so that the reply can keep to 2 h', true),
  ('HOTLINE.REPLY.CONSULTATION', 1, 'HOTLINE', 'REPLY', '{CONSULTATION,HELP}', '{}', 5, 'WORKING_DAYS', 5, 1, 'WORKING_DAYS',
    '2020-01-01', 'assumption: other cities have 3 to 7 days; the extension is ours', true),
  ('HOTLINE.REPLY.COMPLAINT', 1, 'HOTLINE', 'REPLY', '{COMPLAINT,SUGGESTION,REPORT}', '{}', 15, 'WORKING_DAYS', 10, 3,
    'WORKING_DAYS', '2020-01-01', 'assumption: other cities have 13 to 15 days; the extension is ours', true),
  ('HOTLINE.REPLY.URGENT', 1, 'HOTLINE', 'REPLY', '{}', '{URGENT}', 24, 'HOURS', null, 4, 'HOURS', '2020-01-01',
    'assumption: like Beijing, 24 h for water, power, gas and heat', true),
  ('HOTLINE.REPLY.EMERGENCY', 1, 'HOTLINE', 'REPLY', '{}', '{EMERGENCY}', 2, 'HOURS', null, 30, 'MINUTES', '2020-01-01',
    'assumption: like Beijing, 2 h where life or property is in danger', true),
  ('HOTLINE.CALL_BACK', 1, 'HOTLINE', 'CALL_BACK', '{}', '{}', 1, 'WORKING_DAYS', null, null, null, '2020-01-01',
    'assumption: like the rule of another city, the working day after the reply', true);

-- Petitions: what was received until 2022-04-30 keeps to the old regulation, from 2022-05-01 on to the new one.
insert into appeal.time_limit (code, version, regime, step, amount, unit, most_extension, warn_before, warn_unit,
  effective_from, effective_to, source, unconfirmed) values
  ('PETITION.DISPATCH', 1, 'PETITION', 'DISPATCH', 15, 'CALENDAR_DAYS', null, 3, 'CALENDAR_DAYS', '2005-05-01', '2022-04-30',
    '信访条例（2005）第二十一条', false),
  ('PETITION.DISPATCH', 2, 'PETITION', 'DISPATCH', 15, 'CALENDAR_DAYS', null, 3, 'CALENDAR_DAYS', '2022-05-01', null,
    '信访工作条例第二十二条', false),
  ('PETITION.ACCEPT', 1, 'PETITION', 'ACCEPT', 15, 'CALENDAR_DAYS', null, 3, 'CALENDAR_DAYS', '2005-05-01', '2022-04-30',
    '信访条例（2005）第二十一条', false),
  ('PETITION.ACCEPT', 2, 'PETITION', 'ACCEPT', 15, 'CALENDAR_DAYS', null, 3, 'CALENDAR_DAYS', '2022-05-01', null,
    '信访工作条例第二十三条', false),
  ('PETITION.RETURN', 1, 'PETITION', 'RETURN', 5, 'WORKING_DAYS', null, 1, 'WORKING_DAYS', '2022-05-01', null,
    '信访工作条例第二十三条', false),
  ('PETITION.REPLY', 1, 'PETITION', 'REPLY', 60, 'CALENDAR_DAYS', 30, 7, 'CALENDAR_DAYS', '2005-05-01', '2022-04-30',
    '信访条例（2005）第三十三条', false),
  ('PETITION.REPLY', 2, 'PETITION', 'REPLY', 60, 'CALENDAR_DAYS', 30, 7, 'CALENDAR_DAYS', '2022-05-01', null,
    '信访工作条例第三十四条', false);

-- What the gas regulation gives, and the builder's warranty. Ordinary matters only: the law says the latest, and what is urgent
-- keeps to the hours of the hotline.
insert into appeal.time_limit (code, version, regime, step, kinds, urgencies, amount, unit, most_extension, warn_before,
  warn_unit, effective_from, source, unconfirmed) values
  ('GAS.REPLY.QUERY', 1, 'GAS', 'REPLY', '{CONSULTATION}', '{ORDINARY}', 5, 'WORKING_DAYS', null, 1, 'WORKING_DAYS',
    '2011-03-01', '城镇燃气管理条例第二十九条', false),
  ('GAS.REPLY.COMPLAINT', 1, 'GAS', 'REPLY', '{COMPLAINT}', '{ORDINARY}', 15, 'WORKING_DAYS', null, 3, 'WORKING_DAYS',
    '2011-03-01', '城镇燃气管理条例第二十九条', false),
  ('WARRANTY.ACCEPT', 1, 'WARRANTY', 'ACCEPT', '{}', '{ORDINARY}', 24, 'HOURS', null, 4, 'HOURS', '2020-01-01',
    'assumption: the builder looks at the place within a day; the certificate of warranty agrees the time', true),
  ('WARRANTY.REPLY', 1, 'WARRANTY', 'REPLY', '{}', '{ORDINARY}', 15, 'WORKING_DAYS', 15, 3, 'WORKING_DAYS', '2020-01-01',
    'assumption: the certificate of warranty agrees the time (房屋建筑工程质量保修办法)', true);

-- For what a clock may stand still; no other reason is lawful. That a clock may stand at all is ours until the district says so.
create table appeal.pause_reason (
  code text primary key,
  allowed boolean not null,
  source text not null,
  unconfirmed boolean not null,
  revision integer not null default 1
);
insert into appeal.pause_reason (code, allowed, source, unconfirmed) values
  ('AWAITING_MATERIAL', true, 'assumption: after a written request for papers', true),
  ('AWAITING_APPRAISAL', true, 'assumption: as in 行政许可法第四十五条, tests and appraisals are not counted', true),
  ('FORCE_MAJEURE', true, 'assumption: as in 民法典第一百八十条', true),
  ('IN_PROCEEDINGS', true, 'assumption: until the court or the reviewing authority has decided', true),
  ('AT_REQUEST', true, 'assumption: only in writing', true);

-- A clock keeps what it was started under, and its end, whatever becomes of rules and calendar. It names its rule without a
-- foreign key: every intake would lock the same few rows, and versions are never deleted.
create table appeal.clock (
  id uuid primary key,
  appeal_id uuid not null references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  round integer not null check (round > 0),
  step text not null check (step in ('ACCEPT', 'DISPATCH', 'RETURN', 'REPLY', 'CALL_BACK')),
  rule_code text not null,
  rule_version integer not null,
  amount integer not null,
  unit text not null,
  roll text not null,
  most_extension integer,
  warn_before integer,
  warn_unit text,
  warn_share integer,
  received_on date not null,
  started_at timestamptz not null,
  counted_from date not null,                                          -- itself not counted
  due_on date not null,
  due_at timestamptz not null,
  provisional boolean not null,                                        -- touched a year whose holidays are not yet announced
  arithmetic jsonb not null,
  paused_at timestamptz,                                               -- stands since
  pauses jsonb not null default '[]',
  extension jsonb,
  warn_at timestamptz,
  warned_at timestamptz,
  stopped_at timestamptz,
  met boolean,
  check ((stopped_at is null) = (met is null))
);
create index clock_appeal on appeal.clock (appeal_id);
create unique index clock_one_open on appeal.clock (appeal_id, step, round) where stopped_at is null;
create index clock_due on appeal.clock (due_at) where stopped_at is null and paused_at is null;
create index clock_warn on appeal.clock (warn_at)
  where stopped_at is null and paused_at is null and warned_at is null and warn_at is not null;
call database.guard_by_estate('appeal.clock');
