-- Reception points (接待点) at the estates: where somebody sits who listens, and when.
create table appeal.reception_point (
  id uuid primary key,
  area text not null,
  estate_id uuid not null,                                 -- the estate it serves
  name text not null,
  place text not null,                                     -- where to find it, in words
  phone text not null,
  active_from date not null,
  active_to date,
  version integer not null default 1,
  check (active_to is null or active_to >= active_from)
);
create index reception_point_estate on appeal.reception_point (estate_id);
call database.guard_by_estate('appeal.reception_point');

-- When it is open: for each day of the week, for weekends worked in exchange, and for statutory days off.
create table appeal.reception_hours (
  point_id uuid not null references appeal.reception_point (id),
  area text not null,
  estate_id uuid not null,
  day text not null check (day in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY', 'MAKE_UP',
    'HOLIDAY')),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (point_id, day, opens)
);
call database.guard_by_estate('appeal.reception_hours');

-- The duty roster (值班表): who sits there when, and who stands in.
create table appeal.duty (
  id uuid primary key,
  point_id uuid not null references appeal.reception_point (id),
  area text not null,
  estate_id uuid not null,
  day date not null,
  begins time not null,
  ends time not null check (ends > begins),
  who text not null check (length(who) > 0),
  deputy text
);
create index duty_day on appeal.duty (point_id, day);
call database.guard_by_estate('appeal.duty');

-- Who came to the table: an appeal like any other, and what only the table knows of it.
create table appeal.walk_in (
  appeal_id uuid primary key references appeal.appeal (id),
  point_id uuid not null references appeal.reception_point (id),
  area text not null,
  estate_id uuid not null,
  came_at timestamptz not null,
  teller text not null check (teller in ('SELF', 'FAMILY', 'BUILDING_HEAD')),
  at_once boolean not null default false,                  -- answered while the person sat there
  answer_by timestamptz                                    -- said: we answer until then
);
create index walk_in_day on appeal.walk_in (point_id, came_at);
create index walk_in_answer on appeal.walk_in (point_id, answer_by) where answer_by is not null;
call database.guard_by_estate('appeal.walk_in');

-- The promise register (承诺登记): a time said aloud binds.
create table appeal.promise (
  id uuid primary key,
  appeal_id uuid not null references appeal.appeal (id),
  point_id uuid references appeal.reception_point (id),
  area text not null,
  estate_id uuid,
  said text not null check (length(said) > 0),             -- what shall happen then
  due_at timestamptz not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_title text not null,
  state text not null check (state in ('OPEN', 'KEPT', 'MOVED', 'BROKEN', 'KEPT_LATE')),
  ended_at timestamptz,
  words text not null default '',                          -- how it was kept, or why it was moved
  moved_to uuid references appeal.promise (id),
  warned_at timestamptz
);
create index promise_appeal on appeal.promise (appeal_id, id);
create index promise_point on appeal.promise (point_id, due_at);
create index promise_open on appeal.promise (due_at) where state = 'OPEN';
call database.guard_by_estate('appeal.promise');
