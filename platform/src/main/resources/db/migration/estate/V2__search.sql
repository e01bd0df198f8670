-- Text search under row-level security. «@>» and «like» are not leakproof, so that under a policy the planner would
-- drop the index; these functions run as the tables' owner and test the caller's scope themselves, the same test as the
-- policy's. Each stops at a number of hits: who finds hundreds narrows the question.
-- wanted: the pairs of characters of all words, never empty; patterns: «%word%» for each word.
create function estate.search_estates(wanted text[], patterns text[], most integer)
returns table (id uuid) language plpgsql stable security definer rows 100
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  everything boolean := database.reaches_all();
  areas text[] := database.reached_areas();
  estates uuid[] := database.reached_estates();
begin
  return query select e.id from estate.estate e
    where cardinality(wanted) > 0 and e.bigrams @> wanted and e.plain like all (patterns)
      and (everything or e.area = any (areas) or left(e.area, 9) = any (areas) or left(e.area, 6) = any (areas)
        or e.id = any (estates))
    limit most;
end $$;
revoke execute on function estate.search_estates from public;
grant execute on function estate.search_estates to ${application};

-- The areas of the caller's scope that have estates at all. A list of them is what the planner can weigh against the
-- frequency of a word: by the prefixes alone it believed a district to be a hundredth of the table.
create function estate.reached_areas_with_estates() returns text[] language sql stable
  return array(select distinct e.area from estate.estate e
    where database.reaches_all() or e.area = any (database.reached_areas())
      or left(e.area, 9) = any (database.reached_areas()) or left(e.area, 6) = any (database.reached_areas()));
revoke execute on function estate.reached_areas_with_estates from public;

create function estate.search_buildings(wanted text[], patterns text[], most integer)
returns table (id uuid) language plpgsql stable security definer rows 100
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  areas text[] := estate.reached_areas_with_estates();
  estates uuid[] := database.reached_estates();
begin
  return query select b.id from estate.building b
    where cardinality(wanted) > 0 and b.bigrams @> wanted and b.plain like all (patterns)
      and (b.area = any (areas) or b.estate_id = any (estates))
    limit most;
end $$;
revoke execute on function estate.search_buildings from public;
grant execute on function estate.search_buildings to ${application};

create function estate.search_households(wanted text[], patterns text[], most integer)
returns table (id uuid) language plpgsql stable security definer rows 100
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  areas text[] := estate.reached_areas_with_estates();
  estates uuid[] := database.reached_estates();
begin
  return query select h.id from estate.household h
    where cardinality(wanted) > 0 and h.bigrams @> wanted and h.plain like all (patterns)
      and (h.area = any (areas) or h.estate_id = any (estates))
    limit most;
end $$;
revoke execute on function estate.search_households from public;
grant execute on function estate.search_households to ${application};
