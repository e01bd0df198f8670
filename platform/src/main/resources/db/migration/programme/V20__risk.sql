-- How likely every node is kept: simulated after each forecast on the frozen order, replaced as a whole, made again at any time.
create table programme.risk (
  programme_id uuid primary key references programme.programme,
  plan_id uuid not null references programme.plan,
  forecast_version bigint not null,    -- the forecast it was simulated after
  data_date date not null,
  first_day date not null,             -- day 0 of the finishes
  computed_at timestamptz not null,
  milliseconds int not null,
  replications int not null,
  rules text not null,                 -- RiskRules as JSON: what was assumed
  cures text not null                  -- JSON list of RiskCure: what was tried, in the order of risk_node.cures
);

-- A node of a project in every replication, so that any group of nodes a reader sees can be judged together.
create table programme.risk_node (
  project_id uuid not null,
  node_id uuid not null,
  programme_id uuid not null,
  area text not null,
  due date not null,
  probability double precision not null,
  kept bytea not null,                 -- a bit for each replication: on time
  finishes bytea not null,             -- two bytes for each replication: last day of work counted from first_day
  drivers text not null,               -- JSON list of RiskDriver
  cures text not null,                 -- JSON list of probabilities, one for each cure tried
  primary key (project_id, node_id)
);
create index risk_node_programme on programme.risk_node (programme_id);
call database.guard_by_project('programme.risk_node');

-- The activities most often in the way of a node of the year.
create table programme.risk_activity (
  node_id uuid not null,
  activity_id uuid not null,
  project_id uuid not null,
  programme_id uuid not null,
  area text not null,
  share double precision not null,
  primary key (node_id, activity_id)
);
create index risk_activity_programme on programme.risk_activity (programme_id);
call database.guard_by_project('programme.risk_activity');

-- The last probability of each day.
create table programme.risk_day (
  project_id uuid not null,
  node_id uuid not null,
  day date not null,
  programme_id uuid not null,
  area text not null,
  probability double precision not null,
  primary key (project_id, node_id, day)
);
create index risk_day_programme on programme.risk_day (programme_id, day);
call database.guard_by_project('programme.risk_day');

-- What is assumed of rain, pace and signatures, and which probability is too low; a year without a row assumes RiskRules.DEFAULT.
create table programme.risk_rules (
  programme_id uuid primary key references programme.programme,
  rules text not null,                 -- RiskRules as JSON
  version int not null
);
