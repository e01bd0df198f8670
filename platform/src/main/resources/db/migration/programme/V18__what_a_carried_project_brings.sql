-- A project that goes on in another year is paid for and counted there by what was left of it. Each activity says what was
-- done of it when it came, and how long it was planned there, which is its weight; the first year of a project brings nothing.
alter table programme.activity
  add column carried_percent int not null default 0 check (carried_percent between 0 and 100),
  add column carried_days int not null default 1 check (carried_days > 0);

-- The business day on which it was taken over; from then on the year it comes from asks nothing of it any more.
alter table programme.project add column carried_on date;

-- Contracts bind beyond the turn of the year; what was valued of one before is not to be done again.
alter table programme.contract
  add column carried boolean not null default false,
  add column valued_before numeric(14, 2) not null default 0;

-- A gate is passed once, in whichever year; where it is told as history it is told of that year only.
alter table programme.gate_passage add column carried boolean not null default false;

-- Of what was carried over before this, the copied reports and the plan it comes from say the same.
update programme.project p set carried_on = coalesce(
    (select min(d.done_on) from programme.deed d where d.project_id = p.id and d.act = 'programme.carry-over'),
    (uuid_extract_timestamp(p.id) at time zone 'Asia/Shanghai')::date)
where p.carried_over_project is not null;

update programme.activity a set
  carried_percent = coalesce((
    select r.percent from programme.progress_report r
    where r.activity_id = a.id and exists (
      select from programme.progress_report s where s.activity_id = b.id and s.reporter = r.reporter and s.reported_at = r.reported_at)
    order by r.reported_on desc, r.id desc limit 1), 0),
  carried_days = coalesce((
    select d.finish - d.start + 1 from programme.plan_activity d join programme.plan n on n.id = d.plan_id
    where d.activity_id = b.id and n.state = 'FROZEN'), 1)
from programme.project p join programme.activity b on b.project_id = p.carried_over_project
where a.project_id = p.id and b.code = a.code;
