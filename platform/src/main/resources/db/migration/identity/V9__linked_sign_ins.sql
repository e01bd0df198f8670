-- Accounts at identity providers that open an account here; the provider's issuer and subject name one for ever.
create table identity.linked_sign_in (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  provider text not null,
  issuer text not null,
  subject text not null,
  label text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject),
  unique (person_id, issuer)
);

-- Somebody has gone to a provider and is expected back, in the same browser and within minutes. The browser keeps the
-- other half of the key in a cookie of its own: the session's is not sent along when one comes back from another site.
create table identity.at_provider (
  key_hash bytea primary key,
  provider text not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  link_to uuid references identity.person (id),
  next text,
  expires_at timestamptz not null
);
create index at_provider_expires_at on identity.at_provider (expires_at);

alter table identity.linked_sign_in enable row level security;
alter table identity.linked_sign_in force row level security;
create policy scope on identity.linked_sign_in
  using (current_setting('xingfuli.kind', true) = 'SYSTEM' or person_id = database.principal());
