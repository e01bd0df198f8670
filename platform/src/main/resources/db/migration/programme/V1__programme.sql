-- A year's programme: what is planned (projects, template, crews, nodes) and the plans made of it.
-- Catalogue tables carry no policy; whatever belongs to a project carries (project_id, area) and is guarded.

create table programme.programme (
  id uuid primary key,
  year int not null unique,
  name text not null,
  starts date not null,
  rules text not null,                 -- PlanningRules as JSON: calendars, thresholds, size criteria, each an assumption
  version int not null default 1
);

create table programme.node (
  id uuid primary key,
  programme_id uuid not null references programme.programme,
  position int not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  rule text not null,                  -- how the nominal date becomes the due date; the date itself is never stored
  nominal_date date not null,
  weight int not null check (weight >= 0),
  activity_code text not null,
  applies_to text not null,
  unconfirmed boolean not null,
  unique (programme_id, code)
);

create table programme.template_activity (
  programme_id uuid not null references programme.programme,
  code text not null,
  position int not null,
  name_zh text not null,
  name_en text not null,
  phase text not null,
  duration int not null check (duration between 1 and 1000),
  driver text not null,
  reference_quantity numeric,
  unit text not null,
  scaling_share numeric not null check (scaling_share between 0 and 1),
  crews text not null,
  predecessors text not null,
  earliest text not null,
  outdoor boolean not null,
  rain_sensitivity numeric not null check (rain_sensitivity between 0 and 1),
  concealed boolean not null,
  calendar text not null,
  assumption boolean not null,
  source text not null,
  version int not null default 1,
  primary key (programme_id, code)
);

create table programme.crew (
  programme_id uuid not null references programme.programme,
  code text not null,
  position int not null,
  name_zh text not null,
  name_en text not null,
  shared_within text not null,
  capacity int not null check (capacity >= 0),
  changes text not null,               -- JSON [{from, capacity}]
  assumption boolean not null,
  source text not null,
  version int not null default 1,
  primary key (programme_id, code)
);

create table programme.project (
  id uuid primary key,
  programme_id uuid not null references programme.programme,
  code text not null,
  name text not null,
  street text not null,
  area text not null,                  -- the community when all estates lie in one, otherwise the street
  delivery_agent uuid,
  contractor uuid,
  supervisor uuid,
  size_class text not null,
  planting text not null,
  earliest_start date,
  carried_over_from int,
  carried_over_project uuid,
  version int not null default 1,
  project_id uuid generated always as (id) stored,
  unique (programme_id, code)
);
call database.guard_by_project('programme.project');

-- Many to many: a project may hold several estates, an estate may be split over projects by share.
create table programme.project_estate (
  project_id uuid not null references programme.project on delete cascade,
  estate_id uuid not null,
  area text not null,
  position int not null,
  share numeric not null check (share > 0 and share <= 1),
  primary key (project_id, estate_id)
);
create index project_estate_estate on programme.project_estate (estate_id);
call database.guard_by_project('programme.project_estate');

create table programme.activity (
  id uuid primary key,
  project_id uuid not null references programme.project on delete cascade,
  area text not null,
  code text not null,
  unique (project_id, code)
);
call database.guard_by_project('programme.activity');

create table programme.plan (
  id uuid primary key,
  programme_id uuid not null references programme.programme,
  version int not null,
  state text not null,
  created_at timestamptz not null,
  created_by text not null,
  frozen_at timestamptz,
  frozen_by text,
  frozen_on date,                      -- business date of the freeze
  note text not null,
  rule text not null,                  -- what was asked for
  method text not null,                -- the generation that won
  seed bigint not null,
  activities int not null,
  seconds numeric not null,
  late_nodes int not null,
  weighted_lateness bigint not null,
  hand_over date,
  nodes text not null,                 -- JSON summary per node
  basis text not null,                 -- JSON of everything it was computed from, so that it can be computed again
  unique (programme_id, version)
);
create unique index plan_one_frozen on programme.plan (programme_id) where state = 'FROZEN';

create table programme.plan_activity (
  plan_id uuid not null references programme.plan on delete cascade,
  activity_id uuid not null,
  project_id uuid not null,
  area text not null,
  position int not null,
  start date not null,
  finish date not null,
  latest_start date not null,
  float_days int not null,
  critical boolean not null,
  binding text not null,
  binding_activity uuid,
  binding_crew text,
  primary key (plan_id, activity_id)
);
call database.guard_by_project('programme.plan_activity');

create table programme.progress_report (
  id uuid primary key,
  activity_id uuid not null references programme.activity,
  project_id uuid not null,
  area text not null,
  reported_on date not null,           -- business date: the report says how things stood at the end of that day
  reported_at timestamptz not null,
  reporter uuid not null,
  reporter_name text not null,
  percent int not null check (percent between 0 and 100),
  days_lost int not null check (days_lost between -365 and 365),
  reason text,
  note text not null,
  actual_start date,
  actual_finish date
);
create index progress_report_activity on programme.progress_report (activity_id, reported_on, id);
create index progress_report_project on programme.progress_report (project_id, reported_on);
call database.guard_by_project('programme.progress_report');

-- The forecast against the frozen order: derived, replaced as a whole, rebuilt with the same result at any time.
create table programme.forecast (
  programme_id uuid primary key references programme.programme,
  plan_id uuid not null references programme.plan,
  version bigint not null,
  data_date date not null,
  computed_at timestamptz not null,
  milliseconds int not null
);

create table programme.forecast_activity (
  activity_id uuid primary key,
  programme_id uuid not null,
  project_id uuid not null,
  area text not null,
  position int not null,
  start date not null,
  finish date not null,
  latest_start date not null,
  float_days int not null,
  critical boolean not null,
  percent int not null,
  started boolean not null,
  state text not null
);
create index forecast_activity_programme on programme.forecast_activity (programme_id, position);
call database.guard_by_project('programme.forecast_activity');

create table programme.forecast_node (
  project_id uuid not null,
  node_id uuid not null,
  programme_id uuid not null,
  area text not null,
  due date not null,
  baseline date not null,
  finish date not null,
  float_days int not null,
  state text not null,
  shift_days int not null,             -- days between the frozen and the forecast finish
  cause_zh text,
  cause_en text,
  mover uuid,                          -- the organisation whose move it is
  mover_kind text,
  primary key (project_id, node_id)
);
call database.guard_by_project('programme.forecast_node');

-- Years announced after the product was built, as imported; they replace what ships with it.
create table programme.holiday_year (
  year int primary key,
  content text not null,
  imported_at timestamptz not null,
  imported_by text not null,
  recomputed text not null             -- JSON [{what, before, after}]: every date the import moved
);
