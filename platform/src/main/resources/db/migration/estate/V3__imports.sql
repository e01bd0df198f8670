-- Uploaded workbooks. Seen by who uploaded them and by those whose scope reaches the whole of the uploader's area.
create table estate.import (
  id uuid primary key,
  file_name text not null,
  state text not null check (state in ('CHECKING', 'FAULTY', 'READY', 'IMPORTING', 'DONE', 'FAILED', 'DISCARDED')),
  progress double precision not null default 0,
  estates integer not null default 0,
  buildings integer not null default 0,
  stairwells integer not null default 0,
  households integer not null default 0,
  new_estates integer not null default 0,
  changed_estates integer not null default 0,
  faults text not null default '[]',
  fault_count integer not null default 0,
  failure text,
  attempts integer not null default 0,
  uploaded_by uuid not null,
  actor text not null,
  areas text[] not null,
  area text not null,
  uploaded_at timestamptz not null,
  finished_at timestamptz
);
create index import_uploaded_at on estate.import (uploaded_at desc);
alter table estate.import enable row level security;
alter table estate.import force row level security;
create policy scope on estate.import
  using (uploaded_by = database.principal() or database.sees_area(area));

-- The file itself holds owners' names, so it stays only until the import has ended one way or another.
create table estate.import_file (
  import_id uuid primary key references estate.import (id),
  content bytea not null
);
alter table estate.import_file enable row level security;
alter table estate.import_file force row level security;
create policy scope on estate.import_file
  using (exists (select from estate.import i where i.id = import_id));
