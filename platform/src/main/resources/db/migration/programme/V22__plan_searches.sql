-- Searches for a better plan that last as long as somebody allows. The running one says what it has found so far.
create table programme.plan_search (
  id uuid primary key,
  programme_id uuid not null references programme.programme,
  state text not null check (state in ('RUNNING', 'DONE', 'STOPPED', 'FAILED')),
  rule text not null,
  note text not null,
  seconds int not null,                -- allowed
  seed bigint not null,
  began_at timestamptz not null,
  began_by text not null,
  heard_at timestamptz not null,       -- last sign of life of the node that searches
  used numeric not null,               -- share of the allowed seconds, 0 to 1
  best text not null,                  -- JSON: what was found when, first to best
  stop_asked boolean not null default false,
  proved boolean not null default false, -- no plan is better
  plan_id uuid references programme.plan on delete set null
);
-- One search at a time: two would only halve each other's threads.
create unique index plan_search_one_running on programme.plan_search (programme_id) where state = 'RUNNING';
