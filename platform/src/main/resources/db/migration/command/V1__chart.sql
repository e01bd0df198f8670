-- The battle chart as it is read: copied from the programme after every forecast, and made again from it at any time.

create table command.chart (
  programme_id uuid primary key,
  year int not null,
  name text not null,
  version bigint not null,
  data_date date,
  at_risk_days int not null,
  unconfirmed boolean not null,
  nodes text not null,                 -- JSON [{id, code, name, due, resolution, unconfirmed}]
  updated_at timestamptz not null
);

create table command.chart_row (
  project_id uuid primary key,
  programme_id uuid not null,
  area text not null,
  code text not null,
  name text not null,
  street text not null,
  buildings int not null,
  households int not null,
  delivery_agent uuid,
  contractor uuid,
  carried_over_from int,
  progress int not null,
  planned_progress int not null
);
create index chart_row_programme on command.chart_row (programme_id);
call database.guard_by_project('command.chart_row');

create table command.chart_cell (
  project_id uuid not null,
  node_id uuid not null,
  programme_id uuid not null,
  area text not null,
  due date not null,
  baseline date not null,
  finish date not null,
  float_days int not null,
  shift_days int not null,
  state text not null,
  cause_zh text,
  cause_en text,
  mover uuid,
  mover_kind text,
  primary key (project_id, node_id)
);
create index chart_cell_programme on command.chart_cell (programme_id);
call database.guard_by_project('command.chart_cell');
