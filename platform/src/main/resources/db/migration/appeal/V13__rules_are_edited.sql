-- What explains appeals and how many are re-checked is edited on a screen: who saw an older version is told instead of overwriting. One
-- rule is all that may explain a class, since that is what the district confirms.
create temporary table kept on commit drop as
  select class_code, kind, bool_or(below) as below, array_agg(what order by what) as what, max(hours_after) as hours_after,
      min(source) as source, bool_or(unconfirmed) as unconfirmed
    from appeal.explaining_rule group by class_code, kind;
delete from appeal.explaining_rule;
alter table appeal.explaining_rule drop constraint explaining_rule_pkey;
alter table appeal.explaining_rule alter column what type text[] using array[what];
alter table appeal.explaining_rule add check (cardinality(what) > 0), add primary key (class_code, kind),
  add column version integer not null default 1;
insert into appeal.explaining_rule (class_code, kind, below, what, hours_after, source, unconfirmed)
  select class_code, kind, below, what, hours_after, source, unconfirmed from kept;
alter table appeal.recheck_rule add column version integer not null default 1;

-- Another rule may explain other appeals: the open ones of its class, of what lies below it and of none yet are looked at again,
-- whatever of them the editor reaches: it is done with the owner's eyes.
create function appeal.explained_anew_by_rule() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  insert into appeal.unexplained (appeal_id)
    select a.id from appeal.appeal a
      where a.estate_id is not null and a.state not in ('CLOSED', 'ARCHIVED')
        and (a.class_code is null or starts_with(a.class_code, coalesce(new.class_code, old.class_code)))
      order by a.id
    on conflict (appeal_id) do update set appeal_id = excluded.appeal_id;
  return null;
end $$;
revoke execute on function appeal.explained_anew_by_rule() from public;
create trigger explained_anew after insert or update or delete on appeal.explaining_rule
  for each row execute function appeal.explained_anew_by_rule();
