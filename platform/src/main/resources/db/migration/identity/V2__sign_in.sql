-- Failed sign-ins by account name (known or not, so that both answer alike) and by address.
create table identity.attempt (
  key text primary key,
  failures int not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
create index attempt_last_at on identity.attempt (last_at);

-- One-time links; only the hash of the token is kept.
create table identity.one_time_link (
  id uuid primary key,
  token_hash bytea not null unique,
  purpose text not null check (purpose in ('FIRST_ADMINISTRATOR', 'SET_PASSWORD')),
  person_id uuid references identity.person (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  check ((purpose = 'SET_PASSWORD') = (person_id is not null))
);
create index one_time_link_person on identity.one_time_link (person_id);
