-- What makes taking in and searching of appeals fast.

-- Appeals that wait to be read for searching stand in a queue of their own: a mark on the appeal's row was a second version of
-- the whole row, with an entry in each of its ten indexes, for every appeal that came in. No foreign key: what is put down is taken
-- away within seconds, and appeals are never deleted.
create table appeal.undigested (
  appeal_id uuid primary key
);
insert into appeal.undigested (appeal_id) select id from appeal.appeal where not digested;
drop index appeal.appeal_undigested;
alter table appeal.appeal drop column digested;

-- Pairs of characters and numbers are compared for being the same, never put into anybody's order: by bytes that is several
-- times faster than by the rules of a language.
alter table appeal.search_text alter column bigrams type text[] collate "C";
alter table appeal.appeal
  alter column number type text collate "C",
  alter column original_number type text collate "C",
  alter column request_key type text collate "C";

-- All appeals in the order the inbox is read in, the closed ones too.
create index appeal_due on appeal.appeal (coalesce(due_at, 'infinity'), id);

-- What a frequent word finds among the latest appeals is all that anybody reads of it; only what is rarer is looked up by its pairs,
-- which for a word of every third appeal would be hundreds of thousands, sorted to show fifty.
create or replace function appeal.search(wanted text[], patterns text[], most integer)
returns table (id uuid) language plpgsql stable security definer rows 100
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  everything boolean := database.reaches_all();
  areas text[] := database.reached_areas();
  estates uuid[] := database.reached_estates();
  latest uuid[];
begin
  if cardinality(wanted) = 0 then
    return;
  end if;
  latest := array(select r.appeal_id
    from (select s.appeal_id, s.plain, s.area, s.estate_id from appeal.search_text s order by s.appeal_id desc limit 30000) r
    where r.plain like all (patterns)
      and (everything or r.area = any (areas) or left(r.area, 9) = any (areas) or left(r.area, 6) = any (areas)
        or r.estate_id = any (estates))
    order by r.appeal_id desc limit most);
  if cardinality(latest) = most then
    return query select unnest(latest);
    return;
  end if;
  return query select s.appeal_id from appeal.search_text s
    where s.bigrams @> wanted and s.plain like all (patterns)
      and (everything or s.area = any (areas) or left(s.area, 9) = any (areas) or left(s.area, 6) = any (areas)
        or s.estate_id = any (estates))
    order by s.appeal_id desc limit most;
end $$;
