-- A node of a stored chart says whether its date is provisional. Charts are made again when they are next read.

delete from command.chart_cell;
delete from command.chart_row;
delete from command.chart;
