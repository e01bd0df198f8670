-- Which activities wait for which window is edited as the rules are: who saw an older version is told instead of overwriting.
alter table utilities.activity add column version integer not null default 1;
