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

create function estate.search_buildings(wanted text[], patterns text[], most integer)
returns table (id uuid) language plpgsql stable security definer rows 100
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  everything boolean := database.reaches_all();
  areas text[] := database.reached_areas();
  estates uuid[] := database.reached_estates();
begin
  return query select b.id from estate.building b
    where cardinality(wanted) > 0 and b.bigrams @> wanted and b.plain like all (patterns)
      and (everything or b.area = any (areas) or left(b.area, 9) = any (areas) or left(b.area, 6) = any (areas)
        or b.estate_id = any (estates))
    limit most;
end $$;
revoke execute on function estate.search_buildings from public;
grant execute on function estate.search_buildings to ${application};

create function estate.search_households(wanted text[], patterns text[], most integer)
returns table (id uuid) language plpgsql stable security definer rows 100
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  everything boolean := database.reaches_all();
  areas text[] := database.reached_areas();
  estates uuid[] := database.reached_estates();
begin
  return query select h.id from estate.household h
    where cardinality(wanted) > 0 and h.bigrams @> wanted and h.plain like all (patterns)
      and (everything or h.area = any (areas) or left(h.area, 9) = any (areas) or left(h.area, 6) = any (areas)
        or h.estate_id = any (estates))
    limit most;
end $$;
revoke execute on function estate.search_households from public;
grant execute on function estate.search_households to ${application};
