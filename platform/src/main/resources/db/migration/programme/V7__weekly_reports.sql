-- The weekly report (周报) of a project: one page, one act. Percentages and days lost are progress reports like any other;
-- the lines only say which of them came with which week.
create table programme.weekly_report (
  id uuid primary key,
  project_id uuid not null references programme.project on delete cascade,
  area text not null,
  week date not null check (extract(isodow from week) = 1),
  reported_on date not null,
  reported_at timestamptz not null,
  reporter uuid not null,
  reporter_name text not null,
  note text not null,
  coordination text not null,          -- a problem others have to help with (协调事项); empty when none
  coordination_with text,              -- with whom: STREET, DELIVERY_AGENT, CONTRACTOR, SUPERVISOR, UTILITY, COMMAND
  settled_on date,
  settled_by text,
  settled_how text,
  evidence text not null,              -- JSON [evidence id]
  days_lost int not null,
  check ((coordination = '') = (coordination_with is null))
);
create index weekly_report_project on programme.weekly_report (project_id, week, id);
call database.guard_by_project('programme.weekly_report');

create table programme.weekly_line (
  report_id uuid not null references programme.weekly_report on delete cascade,
  progress_report_id uuid not null references programme.progress_report on delete cascade,
  project_id uuid not null,
  area text not null,
  primary key (report_id, progress_report_id)
);
call database.guard_by_project('programme.weekly_line');
