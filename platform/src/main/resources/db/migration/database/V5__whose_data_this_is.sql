-- Whether this database holds example data, decided once at its first start: a demo never becomes a real installation by
-- itself, nor a real one a demo.
create table database.installation (
  one boolean primary key default true check (one),
  sample boolean not null,
  since timestamptz not null
);
revoke update, delete on database.installation from ${application};
