-- Requests that were answered, by the principal and the key the client made; kept a month, see RequestLedger.
create table wire.request (
  principal uuid not null,
  key text not null,
  act text not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (principal, key)
);
create index request_at on wire.request (at);
