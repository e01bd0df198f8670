-- Photos and documents. The bytes stand in the blob store under their SHA-256; here stands what is known of them. A row is
-- never deleted and its sealed columns never change: the seal is their hash, and the audit chain holds the seal.
create table evidence.item (
  id uuid primary key,
  estate_id uuid not null,
  area text not null,
  kind text not null check (kind in ('PHOTO', 'DOCUMENT')),
  media_type text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  width integer,
  height integer,
  file_name text not null,
  caption text not null,
  subject_type text,
  subject_id uuid,
  latitude numeric(9, 6) check (latitude between -90 and 90),
  longitude numeric(9, 6) check (longitude between -180 and 180),
  accuracy numeric(8, 1) check (accuracy >= 0),               -- m
  taken_at timestamptz,
  received_at timestamptz not null,
  device text,
  uploaded_by uuid not null,
  uploader text not null,                                     -- title of whoever uploaded it, no name
  exif_taken_at timestamptz,
  exif_latitude numeric(9, 6),
  exif_longitude numeric(9, 6),
  exif_device text,
  seal text not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  check ((subject_type is null) = (subject_id is null)),
  check ((latitude is null) = (longitude is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index item_estate on evidence.item (estate_id, received_at desc, id desc);
create index item_received on evidence.item (received_at desc, id desc);
create index item_area on evidence.item (area);
create index item_hash on evidence.item (hash);
call database.guard_by_estate('evidence.item');
revoke delete on evidence.item from ${application};

-- What an item is shown with: a building, a report, a gate's condition. The module that owns the subject says so.
create table evidence.reference (
  item_id uuid not null references evidence.item (id),
  subject_type text not null,
  subject_id uuid not null,
  estate_id uuid not null,
  area text not null,
  at timestamptz not null,
  primary key (subject_type, subject_id, item_id)
);
create index reference_item on evidence.reference (item_id);
call database.guard_by_estate('evidence.reference');

-- Two photos of one place, before and after.
create table evidence.pair (
  id uuid primary key,
  estate_id uuid not null,
  area text not null,
  before_id uuid not null references evidence.item (id),
  after_id uuid not null references evidence.item (id),
  place text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  unique (before_id, after_id),
  check (before_id <> after_id)
);
create index pair_estate on evidence.pair (estate_id);
create index pair_after on evidence.pair (after_id);
call database.guard_by_estate('evidence.pair');

-- Walks over all evidence: every file hashed again, every row held against its seal.
create table evidence.verification (
  id uuid primary key,
  started_by uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  total integer not null default 0,
  checked integer not null default 0,
  fault_count integer not null default 0,
  faults text not null default '[]',
  failure text
);
create index verification_started on evidence.verification (started_at desc);
alter table evidence.verification enable row level security;
alter table evidence.verification force row level security;
create policy scope on evidence.verification
  using ((select database.reaches_all()) or started_by = (select database.principal()));
