-- The second factor of people (RFC 6238). Its secret is encrypted with a key that stands outside the database; the time
-- step of the last code taken is kept, so that no code is ever taken twice. What is pending waits for its first code.
create table identity.second_factor (
  person_id uuid primary key references identity.person (id),
  secret bytea,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  pending bytea,
  pending_at timestamptz,
  check ((secret is null) = (confirmed_at is null)),
  check ((pending is null) = (pending_at is null))
);

-- Codes to come in with when the telephone is lost: only hashes, each works once.
create table identity.recovery_code (
  person_id uuid not null references identity.person (id),
  hash bytea not null,
  used_at timestamptz,
  primary key (person_id, hash)
);

-- A security administrator wants a colleague's second factor taken off; it is when a second one asks for it too.
create table identity.second_factor_reset (
  person_id uuid primary key references identity.person (id),
  asked_by uuid not null,
  asked_at timestamptz not null
);

-- Seen by who sees the person: whether there is one is no secret, and what is kept is encrypted or a hash.
alter table identity.second_factor enable row level security;
alter table identity.second_factor force row level security;
create policy scope on identity.second_factor
  using (exists (select from identity.person p where p.id = person_id));
alter table identity.recovery_code enable row level security;
alter table identity.recovery_code force row level security;
create policy scope on identity.recovery_code
  using (exists (select from identity.person p where p.id = person_id));
alter table identity.second_factor_reset enable row level security;
alter table identity.second_factor_reset force row level security;
create policy scope on identity.second_factor_reset
  using (exists (select from identity.person p where p.id = person_id));
