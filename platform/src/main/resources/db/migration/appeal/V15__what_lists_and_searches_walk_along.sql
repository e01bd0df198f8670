-- The latest of a class, and how many there are of it.
create index appeal_class on appeal.appeal (class_code collate "C", id) where class_code is not null;

-- All that a firm ever answered for.
create index appeal_lead on appeal.appeal (lead_id, id) where lead_id is not null;

-- What an appeal is found by: its pairs of characters; of its numbers also every four figures in a row, because each pair of figures
-- stands in every third appeal; and its street and estate, so that who has only these does not look through all others'.
update appeal.search_text t set bigrams = t.bigrams || f.fours
  from (select s.appeal_id, array_agg(distinct substr(run[1], n, 4)) as fours from appeal.search_text s
      cross join lateral regexp_matches(s.plain, '[0-9]{4,}', 'g') run cross join lateral generate_series(1, length(run[1]) - 3) n
      group by s.appeal_id) f
  where f.appeal_id = t.appeal_id;
alter table appeal.search_text rename column bigrams to grams;
drop index appeal.search_text_bigrams;
create index search_text_keys on appeal.search_text using gin ((grams || array['#' || left(area, 9), '@' || estate_id::text] collate "C"));

drop function appeal.search(text[], text[], integer);
-- The latest within reach whose text holds all patterns; wanted are the keys that such a text has at least. What many texts hold is
-- read from the latest ones backwards, and what few hold is looked up.
create function appeal.search(wanted text[], patterns text[], units uuid[], most integer, reading integer default 60000)
returns table (id uuid) language plpgsql stable security definer rows 100
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  everything boolean := database.reaches_all();
  areas text[] := database.reached_areas();
  estates uuid[] := database.reached_estates();
  keys text[] := array(select '#' || left(area, 9) from unnest(areas) area
    union select '@' || estate::text from unnest(estates) estate);
  sample constant integer := greatest(reading / 20, 1);
  latest uuid[];
begin
  if cardinality(wanted) = 0 then
    return;
  end if;
  if everything or cardinality(keys) > 8 or exists (select from unnest(areas) area where length(area) < 9) then
    keys := array[null];
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
  return query select distinct r.appeal_id from unnest(keys) key cross join lateral (
      select s.appeal_id from appeal.search_text s
      where (s.grams || array['#' || left(s.area, 9), '@' || s.estate_id::text] collate "C") @> array_remove(wanted || key, null)
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
