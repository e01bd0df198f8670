-- Screens that hang on a wall for months without anybody's password. A link is issued by a person, used once by the screen it
-- is opened on, and from then on only that screen's own secret counts; of both only the hash is kept.

create table command.wall_screen (
  id uuid primary key,
  name text not null,
  areas text not null,                 -- area codes it sees, with commas: what its issuer saw
  issued_by uuid not null,
  issuer text not null,                -- title, as the audit names it
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  code_hash bytea not null unique,
  code_until timestamptz not null,
  device_hash bytea unique,
  device text,                         -- what the browser calls itself, shortened
  bound_at timestamptz,
  seen_at timestamptz,
  revoked_at timestamptz
);
