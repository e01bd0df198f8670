-- Whether the rule, the estates or somebody gave a project its size class: only what the rule gave is an assumption.
alter table programme.project add column size_class_by text not null default 'RULE'
  check (size_class_by in ('RULE', 'ESTATE', 'PROJECT'));
