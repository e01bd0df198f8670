-- The latest of a class, and how many there are of it.
create index appeal_class on appeal.appeal (class_code collate "C", id) where class_code is not null;

-- All that a firm ever answered for.
create index appeal_lead on appeal.appeal (lead_id, id) where lead_id is not null;

-- Somebody with streets or estates searches the latest of these, not the few of theirs among the latest of the whole district; a firm
-- searches what it leads or supports: of the latest of its estates most are others'.
create index search_text_street on appeal.search_text ((left(area, 9)), appeal_id);
create index search_text_estate on appeal.search_text (estate_id, appeal_id);
drop function appeal.search(text[], text[], integer);
create function appeal.search(wanted text[], patterns text[], units uuid[], most integer, reading integer default 30000)
returns table (id uuid) language plpgsql stable security definer rows 100
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  everything boolean := database.reaches_all();
  areas text[] := database.reached_areas();
  estates uuid[] := database.reached_estates();
  streets text[] := array(select distinct left(area, 9) from unnest(areas) area);
  part integer := reading;
  street text;
  estate uuid;
  found uuid[];
  oldest uuid;                                             -- of those read of a part that has more; older ones were not looked at
  bound uuid;
  latest uuid[] := '{}';
begin
  if cardinality(wanted) = 0 then
    return;
  end if;
  if units is not null then
    return query select s.appeal_id from (select a.id from appeal.appeal a where a.lead_id = any (units)
        union select h.appeal_id from appeal.support h where h.organisation_id = any (units)) own
      join appeal.search_text s on s.appeal_id = own.id
      where s.plain like all (patterns)
        and (everything or s.area = any (areas) or left(s.area, 9) = any (areas) or left(s.area, 6) = any (areas)
          or s.estate_id = any (estates))
      order by s.appeal_id desc limit most;
    return;
  end if;
  if everything or exists (select from unnest(areas) area where length(area) < 9) then
    latest := array(select r.appeal_id
      from (select s.appeal_id, s.plain, s.area, s.estate_id from appeal.search_text s order by s.appeal_id desc limit part) r
      where r.plain like all (patterns)
        and (everything or r.area = any (areas) or left(r.area, 9) = any (areas) or left(r.area, 6) = any (areas)
          or r.estate_id = any (estates))
      order by r.appeal_id desc limit most);
    bound := '00000000-0000-0000-0000-000000000000';
  else
    part := part / greatest(coalesce(cardinality(streets), 0) + coalesce(cardinality(estates), 0), 1);
    for street, estate in select one, null::uuid from unnest(streets) one union all select null, one from unnest(estates) one loop
      if street is not null then
        found := array(select r.appeal_id
          from (select s.appeal_id, s.plain, s.area from appeal.search_text s where left(s.area, 9) = street
            order by s.appeal_id desc limit part) r
          where r.plain like all (patterns) and (r.area = any (areas) or left(r.area, 9) = any (areas))
          order by r.appeal_id desc limit most);
        oldest := (select s.appeal_id from appeal.search_text s where left(s.area, 9) = street
          order by s.appeal_id desc offset part limit 1);
      else
        found := array(select r.appeal_id
          from (select s.appeal_id, s.plain from appeal.search_text s where s.estate_id = estate
            order by s.appeal_id desc limit part) r
          where r.plain like all (patterns) order by r.appeal_id desc limit most);
        oldest := (select s.appeal_id from appeal.search_text s where s.estate_id = estate
          order by s.appeal_id desc offset part limit 1);
      end if;
      bound := greatest(bound, case when cardinality(found) = most then found[most] else oldest end);
      latest := latest || found;
    end loop;
    latest := array(select distinct one from unnest(latest) one where bound is null or one >= bound order by one desc limit most);
  end if;
  if bound is null or cardinality(latest) = most then
    return query select unnest(latest);
    return;
  end if;
  return query select s.appeal_id from appeal.search_text s
    where s.bigrams @> wanted and s.plain like all (patterns)
      and (everything or s.area = any (areas) or left(s.area, 9) = any (areas) or left(s.area, 6) = any (areas)
        or s.estate_id = any (estates))
    order by s.appeal_id desc limit most;
end $$;
revoke execute on function appeal.search from public;
grant execute on function appeal.search to ${application};
