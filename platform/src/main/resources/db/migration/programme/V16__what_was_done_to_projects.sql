-- Acts on projects that leave no row of their own: made, given another class, taken out. Budgets, contracts, gates and plans say
-- themselves when and by whom. The audit keeps every act under seal for the auditor; this is told to whoever sees the project.
-- project_id refers to nothing, since a project that was taken out stays in the history of its estates.
create table programme.deed (
  id uuid primary key,
  project_id uuid not null,
  area text not null,
  estates uuid[] not null,             -- the project's estates then
  act text not null,                   -- as the audit names it
  code text not null,
  name text not null,
  words_zh text not null,
  words_en text not null,
  reason text not null,
  person uuid,
  title text,                          -- what the doer is called where no account did it
  done_on date not null,
  at timestamptz not null
);
create index deed_estates on programme.deed using gin (estates);
call database.guard_by_project('programme.deed');
