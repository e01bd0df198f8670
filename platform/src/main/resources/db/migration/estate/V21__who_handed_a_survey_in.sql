-- Whoever handed a survey in does not take it (decision 0020). Those handed in before have nobody on record.
alter table estate.survey add column submitted_by uuid;
