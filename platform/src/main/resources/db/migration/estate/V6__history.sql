-- What was done to an estate and to what lies in it: one row an act, with what it changed from and to. The audit keeps every act
-- under seal for the auditor; this is the same told to whoever sees the estate, and what a correction is undone from.
-- person: who did it; title: what the doer is called where no account did. changes: [{"field","from","to"}], numbers plain.
create table estate.deed (
  id uuid primary key,
  estate_id uuid not null references estate.estate (id),
  area text not null,
  act text not null,
  kind text not null check (kind in ('ESTATE', 'BUILDING', 'HOUSEHOLD', 'SURVEY', 'FINDING', 'WORK')),
  subject_id uuid not null,
  building_id uuid,
  name text not null,
  changes text not null default '[]',
  reason text check (length(reason) <= 200),
  undoes uuid unique references estate.deed (id),
  person uuid,
  title text,
  done_on date not null,
  at timestamptz not null
);
create index deed_estate on estate.deed (estate_id, id);
create index deed_building on estate.deed (building_id, id) where building_id is not null;
call database.guard_by_estate('estate.deed');
