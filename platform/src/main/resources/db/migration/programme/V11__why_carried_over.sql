-- Why a project was not finished in the year it comes from.
alter table programme.project add column carried_reason text not null default '';
create index project_carried_over on programme.project (carried_over_project) where carried_over_project is not null;
