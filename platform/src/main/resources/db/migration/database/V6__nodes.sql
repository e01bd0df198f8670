-- The nodes of the platform on this database. Each says every two seconds that it lives, by the database's clock, so that
-- no two machines' clocks are compared; one that was silent too long is taken off, and its work is done by the others.
create table database.node (
  id uuid not null primary key,
  name text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

-- Who works on a publication: every connection of a node's pool says whose it is.
alter table database.event_publication add column node text;

create function database.say_who_works() returns trigger language plpgsql set search_path = '' as $$
begin
  new.node := pg_catalog.current_setting('xingfuli.node', true);
  return new;
end $$;

create trigger who_works before insert or update of status on database.event_publication
for each row when (new.status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')) execute function database.say_who_works();
