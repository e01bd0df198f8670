-- What is known to be going on explains many an appeal: an announced outage, works that run. Which class of appeals it may explain
-- is ours until the district says so.
create table appeal.explaining_rule (
  class_code text not null,
  below boolean not null,                                  -- the classes below it too
  kind text not null check (kind in ('OUTAGE', 'WORKS')),
  what text not null,                                      -- a service, or how the codes of activities begin
  hours_after integer not null default 0 check (hours_after between 0 and 48),   -- people still call about it
  source text not null,
  unconfirmed boolean not null,
  primary key (class_code, kind, what)
);
insert into appeal.explaining_rule (class_code, below, kind, what, hours_after, source, unconfirmed)
select class_code, true, 'OUTAGE', what, 2, 'assumption: whoever has none calls about the outage until two hours after its end', true
  from (values ('UTILITIES_WATER', 'WATER'), ('UTILITIES_POWER', 'POWER'), ('UTILITIES_GAS', 'GAS'), ('UTILITIES_LINES', 'TELECOM'),
    ('LIFT_FAULT', 'POWER'), ('ROADS_LIGHT', 'POWER')) ours (class_code, what);
insert into appeal.explaining_rule (class_code, below, kind, what, source, unconfirmed)
select class_code, below, 'WORKS', what, 'assumption: works that make noise or dust while they run by day', true
  from (values ('NOISE', false), ('NOISE_SITE', true), ('SITE_SAFETY_DUST', true)) ours (class_code, below),
    (values ('D04'), ('D05'), ('D06'), ('R0'), ('F01'), ('F02'), ('F05'), ('U02'), ('U04'), ('E01'), ('E02')) works (what);

-- What explains one appeal, as it was announced; what a person has taken away stays away.
create table appeal.explanation (
  appeal_id uuid not null references appeal.appeal (id),
  kind text not null check (kind in ('OUTAGE', 'WORKS')),
  target_id uuid not null,                                 -- the request of the utilities, or the activity
  area text not null,
  estate_id uuid,
  number text not null,                                    -- of the request, or the activity's code
  name_zh text not null,
  name_en text not null,
  buildings text not null,                                 -- their numbers; empty: the whole estate
  first_day date not null,
  last_day date not null,
  begins time not null,
  ends time not null,
  announced_by text not null,
  placed boolean not null,                                 -- the appeal says which building
  unconfirmed boolean not null,
  linked_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (appeal_id, kind, target_id)
);
create index explanation_target on appeal.explanation (target_id);
call database.guard_by_estate('appeal.explanation');

-- Looked at beside the intake; anew when what decides it has changed. A queue, not a mark on the appeal: a mark is a second version
-- of the whole row for every appeal that comes in. No foreign key: what is put down is taken away within seconds.
create table appeal.unexplained (
  appeal_id uuid primary key
);
insert into appeal.unexplained (appeal_id)
  select id from appeal.appeal where estate_id is not null and state not in ('CLOSED', 'ARCHIVED');
create function appeal.explained_anew() returns trigger language plpgsql as $$
begin
  insert into appeal.unexplained (appeal_id) values (new.id)
  on conflict (appeal_id) do update set appeal_id = excluded.appeal_id;
  return null;
end $$;
create trigger explained_anew after update of class_code, estate_id, building_id, building, said_at on appeal.appeal
  for each row when (new.estate_id is not null and new.state not in ('CLOSED', 'ARCHIVED') and (old.class_code, old.estate_id, old.building_id, old.building, old.said_at)
    is distinct from (new.class_code, new.estate_id, new.building_id, new.building, new.said_at))
  execute function appeal.explained_anew();

-- Closed cases are drawn by lot and looked at once more. How many is ours until the district says so.
create table appeal.recheck_rule (
  one boolean primary key default true check (one),
  share integer not null check (share between 1 and 100),   -- hundredths of what a unit has closed
  least integer not null check (least >= 0),                -- of every unit, as far as it has closed so many
  days integer not null check (days between 1 and 366),     -- closed within so many days before the day of the draw
  source text not null,
  unconfirmed boolean not null
);
insert into appeal.recheck_rule (share, least, days, source, unconfirmed) values
  (5, 1, 30, 'assumption: one in twenty of what each unit closed within 30 days, and one at least', true);

-- A draw: from what, how many, under which seed, and what was drawn; who has these draws it again.
create table appeal.recheck_draw (
  id uuid primary key,
  day date not null,
  unit_id uuid not null,
  area text not null,
  estate_id uuid,
  seed text not null,
  share integer not null,
  least integer not null,
  days integer not null,
  closed integer not null,                                 -- by the unit within the days
  before integer not null,                                 -- of these drawn on earlier days
  pool uuid[] not null,                                    -- that could be drawn
  drawn uuid[] not null,
  drawn_at timestamptz not null,
  unique (day, unit_id)
);
call database.guard_by_estate('appeal.recheck_draw');

create table appeal.recheck (
  appeal_id uuid primary key references appeal.appeal (id), -- each once, ever
  draw_id uuid not null references appeal.recheck_draw (id),
  area text not null,
  estate_id uuid,
  checker_id uuid not null,
  drawn_at timestamptz not null,
  done_at timestamptz,
  stands boolean,
  check ((done_at is null) = (stands is null))
);
create index recheck_open on appeal.recheck (drawn_at) where done_at is null;
create index recheck_draw_id on appeal.recheck (draw_id);
call database.guard_by_estate('appeal.recheck');

-- When the words of an appeal were erased, its retention being over.
alter table appeal.appeal add column erased_at timestamptz;
