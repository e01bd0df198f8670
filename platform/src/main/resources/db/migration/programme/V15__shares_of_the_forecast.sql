-- How far a project is and how far the plan wants it, in percent of its planned days: derived with the forecast.
create table programme.forecast_project (
  project_id uuid primary key,
  programme_id uuid not null,
  area text not null,
  done int not null,
  planned int not null
);
create index forecast_project_programme on programme.forecast_project (programme_id);
call database.guard_by_project('programme.forecast_project');

select set_config('xingfuli.kind', 'SYSTEM', true);
insert into programme.forecast_project (project_id, programme_id, area, done, planned)
select f.project_id, f.programme_id, min(f.area),
  round(sum(f.percent * (p.finish - p.start + 1))::numeric / sum(p.finish - p.start + 1)),
  round(100.0 * sum(least(greatest(h.data_date - p.start, 0), p.finish - p.start + 1)) / sum(p.finish - p.start + 1))
from programme.forecast_activity f
join programme.forecast h on h.programme_id = f.programme_id
join programme.plan_activity p on p.activity_id = f.activity_id and p.plan_id = h.plan_id
group by f.project_id, f.programme_id;
