-- Until which moment every committed report is in a chart: a watcher can tell whether what it sent has arrived, and a drill
-- how long that took. Charts are made again when they are next read.

delete from command.chart_cell;
delete from command.chart_row;
delete from command.chart;

alter table command.chart add column seen_at timestamptz;

-- The version in which a project's row or one of its cells last changed: an open chart asks only for what is newer than what
-- it shows.
alter table command.chart_row add column changed_in bigint not null;
