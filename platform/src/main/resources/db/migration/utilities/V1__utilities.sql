-- Permits and outages, asked of water, gas, power and telecom, and signed by each of them.
create table utilities.service (
  code text primary key,
  position integer not null,
  answer_days integer not null check (answer_days between 1 and 60),       -- working days
  per_day integer not null check (per_day > 0),
  per_week integer not null check (per_week >= per_day),
  hotline text,
  unconfirmed boolean not null,
  source text not null
);
insert into utilities.service (code, position, answer_days, per_day, per_week, hotline, unconfirmed, source) values
  ('WATER', 1, 3, 2, 8, '96889', true, 'assumption: crews and answer time of the utility are not stated; number recalled'),
  ('GAS', 2, 3, 2, 8, '96777', true, 'assumption: crews and answer time of the utility are not stated; number recalled'),
  ('POWER', 3, 5, 2, 6, '95598', true, 'assumption: crews and answer time of the utility are not stated; number recalled'),
  ('TELECOM', 4, 5, 3, 12, '10000', true, 'assumption: crews and answer time of the utility are not stated; number recalled');

-- What an outage must keep to; assumptions until the district and the utilities state them.
create table utilities.rule (
  code text primary key,
  value text not null,
  unconfirmed boolean not null,
  source text not null
);
insert into utilities.rule (code, value, unconfirmed, source) values
  ('outage.two-services-one-day', 'no', true, 'assumption: a household is not left without two services on one day'),
  ('outage.on-holidays', 'no', true, 'assumption: none on statutory holidays'),
  ('outage.on-exam-days', 'no', true, 'assumption: none on the days of the college and senior-high entrance examinations'),
  ('outage.earliest', '08:00', true, 'assumption: none at night'),
  ('outage.latest', '18:00', true, 'assumption: none at night'),
  ('outage.most-days', '5', true, 'assumption: one request covers at most so many days'),
  ('request.lead-days', '5', true, 'assumption: calendar days between request and window'),
  ('notice.hours', '48', true, 'assumption: hours between notice in the stairwell and outage');

create table utilities.exam_day (
  day date primary key,
  name text not null,
  unconfirmed boolean not null,
  source text not null
);
insert into utilities.exam_day (day, name, unconfirmed, source) values
  ('2022-06-07', '高考', true, 'recall: 2022 dates'), ('2022-06-08', '高考', true, 'recall: 2022 dates'),
  ('2022-06-09', '高考', true, 'recall: 2022 dates'), ('2022-06-16', '中考', true, 'assumption: 2022 dates of the city'),
  ('2022-06-17', '中考', true, 'assumption: 2022 dates of the city'), ('2022-06-18', '中考', true, 'assumption: 2022 dates of the city');

-- Which firm signs for which service.
create table utilities.provider (
  organisation_id uuid not null,
  service text not null references utilities.service (code),
  primary key (organisation_id, service)
);

create sequence utilities.request_number;
create table utilities.request (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('OUTAGE', 'EXCAVATION', 'CONNECTION', 'RELOCATION')),
  estate_id uuid not null,
  area text not null,
  project_id uuid,
  services text[] not null check (cardinality(services) > 0),
  state text not null check (state in ('AWAITING', 'PROPOSED', 'AGREED', 'REFUSED', 'WITHDRAWN')),
  reason text not null,
  contact text,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  from_time time not null,
  to_time time not null check (to_time > from_time),
  round integer not null default 1,
  answer_by date not null,
  requested_by uuid not null,
  requester text not null,
  requested_at timestamptz not null,
  closed_reason text
);
create index request_estate on utilities.request (estate_id);
create index request_days on utilities.request (first_day, last_day);
call database.guard_by_estate('utilities.request');

create table utilities.request_building (
  request_id uuid not null references utilities.request (id),
  building_id uuid not null,
  number text not null,
  estate_id uuid not null,
  area text not null,
  primary key (request_id, building_id)
);
create index request_building_building on utilities.request_building (building_id);
call database.guard_by_estate('utilities.request_building');

-- One answer of a service to one window; a new window is a new round and is answered anew.
create table utilities.signature (
  request_id uuid not null references utilities.request (id),
  service text not null references utilities.service (code),
  round integer not null,
  answer text not null check (answer in ('AGREE', 'REFUSE', 'PROPOSE')),
  reason text not null,
  first_day date,
  last_day date,
  from_time time,
  to_time time,
  signed_by uuid not null,
  signer text not null,
  signed_at timestamptz not null,
  estate_id uuid not null,
  area text not null,
  primary key (request_id, service, round)
);
call database.guard_by_estate('utilities.signature');

-- A sheet for the stairwells of one building, made when the window is agreed, withdrawn when it moves.
create table utilities.notice (
  id uuid primary key,
  request_id uuid not null references utilities.request (id),
  building_id uuid not null,
  building_number text not null,
  services text[] not null,
  state text not null check (state in ('DUE', 'POSTED', 'WITHDRAWN')),
  first_day date not null,
  last_day date not null,
  from_time time not null,
  to_time time not null,
  due_at timestamptz not null,
  posted_at timestamptz,
  posted_by uuid,
  estate_id uuid not null,
  area text not null
);
create index notice_request on utilities.notice (request_id);
create index notice_estate on utilities.notice (estate_id, due_at);
call database.guard_by_estate('utilities.notice');
