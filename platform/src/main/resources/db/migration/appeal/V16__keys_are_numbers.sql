-- What an appeal is found by, as numbers (SearchText.key): a pair of characters by its two code points, four figures by their value.
-- Texts took twice as long to be entered into the index, which was two fifths of the database's time for an appeal, and more room.
-- Two texts may share a number; what is found by numbers is held against the text itself.
create function appeal.search_key(text) returns integer language sql immutable strict parallel safe as $$
  select case when $1 ~ '^[0-9]{4}$' then $1::integer - 10000
    else ((ascii($1)::bit(32) << 16) # ascii(substr($1, 2))::bit(32))::integer end
$$;
-- Its street and estate among them, so that who has only these does not look through all others'.
create function appeal.place_keys(area text, estate uuid) returns integer[] language sql immutable parallel safe as $$
  select array[-left(area, 9)::integer, ('x' || right(estate::text, 8))::bit(32)::integer]
$$;

create function pg_temp.numbers(texts text[]) returns integer[] language sql immutable as $$
  select coalesce(array_agg(distinct appeal.search_key(one)), '{}') from unnest(texts) one
$$;
drop index appeal.search_text_keys;
alter table appeal.search_text alter column grams type integer[] using pg_temp.numbers(grams);
alter table appeal.search_text rename column grams to keys;
create index search_text_keys on appeal.search_text using gin ((keys || appeal.place_keys(area, estate_id)));

drop function appeal.search(text[], text[], uuid[], integer, integer);
-- The latest within reach whose text holds all patterns; wanted are the keys that such a text has at least. What many texts hold is
-- read from the latest ones backwards, and what few hold is looked up.
create function appeal.search(wanted integer[], patterns text[], units uuid[], most integer, reading integer default 60000)
returns table (id uuid) language plpgsql stable security definer rows 100
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  everything boolean := database.reaches_all();
  areas text[] := database.reached_areas();
  estates uuid[] := database.reached_estates();
  places integer[] := array(select (appeal.place_keys(area, null))[1] from unnest(areas) area
    union select (appeal.place_keys(null, estate))[2] from unnest(estates) estate);
  sample constant integer := greatest(reading / 20, 1);
  latest uuid[];
begin
  if cardinality(wanted) = 0 then
    return;
  end if;
  if everything or cardinality(places) > 8 or exists (select from unnest(areas) area where length(area) < 9) then
    places := array[null];
  end if;
  if (select count(*) * reading / sample >= most
      from (select s.appeal_id, s.plain, s.area, s.estate_id from appeal.search_text s order by s.appeal_id desc limit sample) r
      where r.plain like all (patterns)
        and (everything or r.area = any (areas) or left(r.area, 9) = any (areas) or left(r.area, 6) = any (areas)
          or r.estate_id = any (estates))) then
    latest := array(select r.appeal_id
      from (select s.appeal_id, s.plain, s.area, s.estate_id from appeal.search_text s order by s.appeal_id desc limit reading) r
      where r.plain like all (patterns)
        and (everything or r.area = any (areas) or left(r.area, 9) = any (areas) or left(r.area, 6) = any (areas)
          or r.estate_id = any (estates))
        and (units is null or exists (select from appeal.appeal a where a.id = r.appeal_id and (a.lead_id = any (units)
          or exists (select from appeal.support h where h.appeal_id = a.id and h.organisation_id = any (units)))))
      order by r.appeal_id desc limit most);
    if cardinality(latest) = most then
      return query select unnest(latest);
      return;
    end if;
  end if;
  return query select distinct r.appeal_id from unnest(places) place cross join lateral (
      select s.appeal_id from appeal.search_text s
      where (s.keys || appeal.place_keys(s.area, s.estate_id)) @> array_remove(wanted || place, null)
        and s.plain like all (patterns)
        and (everything or s.area = any (areas) or left(s.area, 9) = any (areas) or left(s.area, 6) = any (areas)
          or s.estate_id = any (estates))
        and (units is null or exists (select from appeal.appeal a where a.id = s.appeal_id and (a.lead_id = any (units)
          or exists (select from appeal.support h where h.appeal_id = a.id and h.organisation_id = any (units)))))
      order by s.appeal_id desc limit most) r
    order by r.appeal_id desc limit most;
end $$;
revoke execute on function appeal.search from public;
grant execute on function appeal.search to ${application};
