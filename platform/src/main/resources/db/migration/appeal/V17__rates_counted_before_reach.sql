-- How many rounds of appeals stand how in the rates that count by a day, by street, unit, class or estate. Counted by area and estate
-- first, and then held against the reach of who asks: the policy would be asked of every round of a year, and here it is of every
-- place. Units are those who lead or support, null for all. The rows of a year are worth a second worker, however many groups are expected.
create function appeal.rates(basis text, by_what text, since timestamptz, until timestamptz, units uuid[])
returns table (key text, first text, second text, cases bigint) language plpgsql stable security definer rows 500
set search_path = '' set parallel_tuple_cost = 0.001 as $$
declare
  day constant text := case basis when 'DUE' then 'due_at' when 'SIGNED' then 'signed_at' when 'CLOSED' then 'closed_at' end;
  standings constant text := case basis when 'DUE' then 'r.on_time as first, null::text as second'
    when 'SIGNED' then 'r.resolved as first, r.satisfied as second' else 'r.first_contact as first, r.reopened as second' end;
  -- Of what each row has, and of what each group of rows has.
  own constant text := case by_what when 'UNIT' then 'r.lead_id' when 'CLASS' then 'r.class_code' else 'null::text' end;
  named constant text := case by_what when 'STREET' then 'left(g.area, 9)' when 'ESTATE' then 'g.estate_id::text' else 'g.own::text' end;
begin
  return query execute format('
    select coalesce(%1$s, ''NONE''), g.first, g.second, sum(g.cases)::bigint from (
        select r.area, r.estate_id, %2$s as own, %3$s, count(*) as cases from appeal.rated r
        where r.%4$I >= $1 and r.%4$I < $2 and ($3 is null or r.lead_id = any ($3)
          or r.appeal_id in (select h.appeal_id from appeal.support h where h.organisation_id = any ($3)))
        group by r.area, r.estate_id, own, first, second offset 0) g
    where database.sees(g.area, g.estate_id)
    group by 1, 2, 3', named, own, standings, day)
    using since, until, units;
end $$;
revoke execute on function appeal.rates from public;
grant execute on function appeal.rates to ${application};
