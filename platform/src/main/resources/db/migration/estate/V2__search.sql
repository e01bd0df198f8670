-- Text search under row-level security. «@>» and «like» are not leakproof, so that under a policy the planner would
-- drop the index; these functions run as the tables' owner and test the caller's scope themselves. Each stops at a
-- number of hits: who finds hundreds narrows the question.
-- wanted: the pairs of characters of all words, never empty; patterns: «%word%» for each word.
create function estate.search_estates(wanted text[], patterns text[], most integer)
returns table (id uuid) language plpgsql stable security definer
set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  return query select e.id from estate.estate e
    where cardinality(wanted) > 0 and e.bigrams @> wanted and e.plain like all (patterns)
      and database.sees(e.area, e.id)
    limit most;
end $$;

create function estate.search_buildings(wanted text[], patterns text[], most integer)
returns table (id uuid) language plpgsql stable security definer
set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  return query select b.id from estate.building b
    where cardinality(wanted) > 0 and b.bigrams @> wanted and b.plain like all (patterns)
      and database.sees(b.area, b.estate_id)
    limit most;
end $$;

create function estate.search_households(wanted text[], patterns text[], most integer)
returns table (id uuid) language plpgsql stable security definer
set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  return query select h.id from estate.household h
    where cardinality(wanted) > 0 and h.bigrams @> wanted and h.plain like all (patterns)
      and database.sees(h.area, h.estate_id)
    limit most;
end $$;

revoke execute on function estate.search_estates from public;
grant execute on function estate.search_estates to ${application};
revoke execute on function estate.search_buildings from public;
grant execute on function estate.search_buildings to ${application};
revoke execute on function estate.search_households from public;
grant execute on function estate.search_households to ${application};
