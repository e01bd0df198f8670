-- Chinese names in the order of their pinyin: order by name collate zh_pinyin (on the application's search path).
create collation database.zh_pinyin (provider = icu, locale = 'zh-u-co-pinyin');

-- Who the transaction acts for; null without a scope.
create function database.principal() returns uuid language sql stable parallel safe
  return nullif(current_setting('xingfuli.principal', true), '')::uuid;

-- Whether the transaction's scope reaches an area (district of 6, street of 9, community of 12 digits) by its prefix.
-- One plain expression without a subselect, so that the planner inlines it and no row pays for a function call.
create function database.sees_area(area text) returns boolean language sql stable parallel safe
  return current_setting('xingfuli.kind', true) = 'SYSTEM'
    or strpos(current_setting('xingfuli.areas', true), ',' || left(area, 6) || ',') > 0
    or strpos(current_setting('xingfuli.areas', true), ',' || left(area, 9) || ',') > 0
    or strpos(current_setting('xingfuli.areas', true), ',' || area || ',') > 0;

create function database.sees(area text, estate_id uuid) returns boolean language sql stable parallel safe
  return current_setting('xingfuli.kind', true) = 'SYSTEM'
    or strpos(current_setting('xingfuli.areas', true), ',' || left(area, 6) || ',') > 0
    or strpos(current_setting('xingfuli.areas', true), ',' || left(area, 9) || ',') > 0
    or strpos(current_setting('xingfuli.areas', true), ',' || area || ',') > 0
    or strpos(current_setting('xingfuli.estates', true), ',' || estate_id::text || ',') > 0;

create function database.sees_project(area text, project_id uuid) returns boolean language sql stable parallel safe
  return current_setting('xingfuli.kind', true) = 'SYSTEM'
    or strpos(current_setting('xingfuli.areas', true), ',' || left(area, 6) || ',') > 0
    or strpos(current_setting('xingfuli.areas', true), ',' || left(area, 9) || ',') > 0
    or strpos(current_setting('xingfuli.areas', true), ',' || area || ',') > 0
    or strpos(current_setting('xingfuli.projects', true), ',' || project_id::text || ',') > 0;

-- Guards a table with the columns (area, estate_id): call database.guard_by_estate('estate.building').
create procedure database.guard_by_estate(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy scope on %s using (database.sees(area, estate_id))', guarded);
end $$;

-- Guards a table with the columns (area, project_id): call database.guard_by_project('programme.activity').
create procedure database.guard_by_project(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy scope on %s using (database.sees_project(area, project_id))', guarded);
end $$;

-- Every guarded table lets its owner (migrations, and search functions that test the scope themselves) and the backup
-- see all of it; called after the migrations of all modules, and again at every start.
create function database.complete_policies(migrator name, backup name) returns void language plpgsql as $$
declare
  guarded regclass;
begin
  for guarded in
    select c.oid from pg_class c
    where c.relrowsecurity and c.relkind in ('r', 'p') and c.relowner = (select oid from pg_roles where rolname = migrator)
  loop
    if not exists (select from pg_policy where polrelid = guarded and polname = 'owner') then
      execute format('create policy owner on %s to %I using (true) with check (true)', guarded, migrator);
    end if;
    if not exists (select from pg_policy where polrelid = guarded and polname = 'backup') then
      execute format('create policy backup on %s for select to %I using (true)', guarded, backup);
    end if;
  end loop;
end $$;
revoke execute on function database.complete_policies(name, name) from public;
revoke execute on procedure database.guard_by_estate(regclass) from public;
revoke execute on procedure database.guard_by_project(regclass) from public;

-- Effects of listeners that were done: one row per listener and event, written in the effect's own transaction.
create table database.inbox (
  listener text not null,
  event_id uuid not null,
  received_at timestamptz not null default now(),
  primary key (listener, event_id)
);
create index inbox_received_at on database.inbox (received_at);
