-- Edits tried beside the frozen plan. A draft moves dates in every street, so only who reaches the whole district sees one.
create table programme.draft (
  id uuid primary key,
  programme_id uuid not null references programme.programme,
  name text not null,
  state text not null check (state in ('OPEN', 'ADOPTED', 'DISCARDED')),
  base_plan uuid not null references programme.plan,
  base_version int not null,
  owner uuid not null,
  created_by text not null,
  created_at timestamptz not null,
  revision int not null default 1,     -- so that the second who edits is told
  edits text not null,                 -- JSON, in the order they were made
  past text not null,                  -- JSON: the edits before each change, for undo
  future text not null,                -- JSON: what was taken back, for redo
  adopted_as uuid references programme.plan,
  closed_at timestamptz
);
create index draft_open on programme.draft (programme_id) where state = 'OPEN';

alter table programme.draft enable row level security;
alter table programme.draft force row level security;
create policy scope on programme.draft using (
  (select database.reaches_all())
  or exists (select from unnest((select database.reached_areas())::text[]) area where length(area) = 6));
