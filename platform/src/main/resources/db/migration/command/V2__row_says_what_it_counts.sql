-- How many estates a project holds, for the figures above the chart; and whether the frozen plan holds the project, which
-- one added later does not. Charts are made again when they are next read.

delete from command.chart_cell;
delete from command.chart_row;
delete from command.chart;

alter table command.chart_row add column estates int not null;
alter table command.chart_row add column in_frozen_plan boolean not null;
