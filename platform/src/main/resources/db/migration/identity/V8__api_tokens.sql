-- Tokens with which machines act for a person, never wider than what the person may do at that moment. Only the hash is
-- kept. The window counts the requests of the running minute over all nodes.
create table identity.api_token (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  name text not null check (length(name) between 1 and 50),
  beginning text not null,
  hash bytea not null unique,
  permissions text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  last_used_at timestamptz,
  window_start timestamptz,
  window_count int not null default 0,
  check ((revoked_at is null) = (revoked_by is null)),
  check (expires_at <= created_at + interval '367 days')
);
create index api_token_person on identity.api_token (person_id);

alter table identity.api_token enable row level security;
alter table identity.api_token force row level security;
create policy scope on identity.api_token using (exists (select from identity.person p where p.id = person_id));
