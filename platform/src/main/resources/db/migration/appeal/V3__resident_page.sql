-- The code that hangs at a stairwell: who scans it need not say where they are. It opens nothing else.
create table appeal.place_code (
  code text primary key check (code ~ '^[A-HJ-NP-Z2-9]{10}$'),             -- without letters that look alike
  building_id uuid not null unique,
  building text not null,
  estate_id uuid not null,
  area text not null,
  made_at timestamptz not null
);
create index place_code_estate on appeal.place_code (estate_id);
call database.guard_by_estate('appeal.place_code');

-- For who leaves no telephone number: the code of the receipt, kept as its keyed hash.
alter table appeal.complainant add column lookup_key bytea;

-- Whoever knew number and telephone may look at the photos and say how it turned out, for a while.
create table appeal.ticket (
  hash bytea primary key,
  appeal_id uuid not null references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  expires_at timestamptz not null
);
create index ticket_expires on appeal.ticket (expires_at);
call database.guard_by_estate('appeal.ticket');

-- How often somebody without an account has asked; addresses and numbers as keyed hashes, forgotten after a day.
create table appeal.attempt (
  id uuid primary key,
  key bytea not null,
  at timestamptz not null
);
create index attempt_key on appeal.attempt (key, at);
create index attempt_at on appeal.attempt (at);
