-- One row per act, written in the act's own transaction. Without personal data: that stands in audit.personal, and here
-- only its salted hash.
create table audit.entry (
  id uuid not null primary key,
  at timestamptz not null,
  principal uuid not null,
  kind text not null,
  title text not null,
  act text not null,
  subject_type text not null,
  subject_id uuid not null,
  facts text not null check (facts is json object),
  personal_hash bytea
);
create index entry_at on audit.entry (at);
create index entry_act on audit.entry (act, id);
create index entry_principal on audit.entry (principal, id);

-- Who it was by name, and other personal data of an act; may be erased without breaking the chain.
create table audit.personal (
  entry_id uuid not null primary key references audit.entry (id),
  salt bytea not null,
  person text,
  data text not null check (data is json object)
);

-- Entries waiting for the sealer. A row appears when its act commits, however late that is, so none is passed over.
create table audit.unsealed (
  entry_id uuid not null primary key references audit.entry (id)
);

-- The chain, numbered without gaps by the one sealer: hash = SHA-256(hash of the row before, number, content).
create table audit.seal (
  number bigint not null primary key check (number > 0),
  entry_id uuid not null unique references audit.entry (id),
  content bytea not null,
  hash bytea not null,
  at timestamptz not null
);

revoke update, delete on audit.entry from ${application};
revoke update, delete on audit.seal from ${application};
revoke update on audit.personal from ${application};
revoke update on audit.unsealed from ${application};
