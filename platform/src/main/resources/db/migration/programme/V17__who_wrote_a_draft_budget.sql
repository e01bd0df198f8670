-- Whoever wrote a draft's lines last does not approve it. Drafts from before have nobody on record.
alter table programme.budget add column written_by uuid;
