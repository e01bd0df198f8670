-- What the clerks' corrections taught: every model stays, one is asked.
create table appeal.routing_model (
  id uuid primary key,
  version text not null,                                   -- of what it holds; the same rows make the same one
  made_at timestamptz not null,
  made_by uuid not null,
  maker text not null,
  rows integer not null,
  classes integer not null,
  precision double precision,                              -- of what it suggests, by cross-validation
  rejected double precision not null,                      -- share it leaves to a person
  seconds double precision not null,
  model bytea not null
);
create table appeal.routing_choice (
  one boolean primary key default true check (one),
  model_id uuid references appeal.routing_model (id)       -- none: the rules of the first day
);
insert into appeal.routing_choice (model_id) values (null);

-- Many appeals about one matter, raised to the command once.
create table appeal.matter (
  id uuid primary key,
  title text not null,
  words text not null,
  area text not null,
  estate_id uuid,
  raised_at timestamptz not null,
  appeals integer not null,                                -- when it was raised
  settled_at timestamptz,
  settled_by uuid,
  settled_words text
);
call database.guard_by_estate('appeal.matter');
create table appeal.matter_appeal (
  matter_id uuid not null references appeal.matter (id),
  appeal_id uuid not null references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  primary key (matter_id, appeal_id)
);
create index matter_appeal_appeal on appeal.matter_appeal (appeal_id);
call database.guard_by_estate('appeal.matter_appeal');
