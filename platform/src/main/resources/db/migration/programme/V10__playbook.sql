-- The playbook: versions of the template that new years start from. Version 1 ships with the product and is not stored;
-- every later one was made from one before it, by what finished projects taught and somebody accepted.
create table programme.playbook (
  version int primary key check (version > 1),
  based_on int not null,
  sources text not null,               -- JSON [{projectId, code, name, year}]
  decisions text not null,             -- JSON: what was proposed, with its evidence, and what was decided and why
  template text not null,              -- JSON, read whole: the activities
  note text not null,
  created_on date not null,
  created_at timestamptz not null,
  created_by text not null
);
alter table programme.programme add column playbook_version int not null default 1;
