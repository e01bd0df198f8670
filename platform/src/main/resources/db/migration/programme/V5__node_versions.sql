-- Two who edit the same node: the second is told instead of overwriting the first.
alter table programme.node add column version int not null default 1;
