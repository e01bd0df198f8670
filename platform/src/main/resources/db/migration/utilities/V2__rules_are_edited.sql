-- Rules, capacities and days of examinations are edited: who saw an older version is told instead of overwriting.
alter table utilities.service add column version integer not null default 1;
alter table utilities.rule add column version integer not null default 1;
alter table utilities.exam_day add column version integer not null default 1;
