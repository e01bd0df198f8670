-- What was learnt from words that are erased goes with them, and is learnt anew from what is left. Whoever was learning meanwhile sees by
-- the count that he has to begin again.
alter table appeal.routing_choice add column erasures bigint not null default 0, add column learn_anew boolean not null default false;
