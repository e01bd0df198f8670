-- Estates (小区). Areas in ㎡, lengths in m. buildings, stairwells and households count what is on record; they are
-- recounted at the end of every act that adds or changes rows below the estate.
create table estate.estate (
  id uuid primary key,
  code text not null,
  name text not null,
  street text not null check (street ~ '^[0-9]{9}$'),
  community text check (community ~ '^[0-9]{12}$' and left(community, 9) = street),
  area text not null generated always as (coalesce(community, street)) stored,
  address text,
  built_from integer check (built_from between 1900 and 2100),
  built_to integer check (built_to between built_from and 2100),
  floor_area numeric(12, 2) not null check (floor_area >= 0),
  size_class text not null check (size_class in ('SMALL_AND_EASY', 'REGULAR')),
  size_class_chosen boolean not null default false,
  roof_structures integer not null check (roof_structures >= 0),
  ground_structures integer not null check (ground_structures >= 0),
  roof_area numeric(12, 2) not null check (roof_area >= 0),
  facade_area numeric(12, 2) not null check (facade_area >= 0),
  drain_length numeric(12, 2) not null check (drain_length >= 0),
  road_area numeric(12, 2) not null check (road_area >= 0),
  parking_spaces integer not null check (parking_spaces >= 0),
  charging_points integer not null check (charging_points >= 0),
  green_area numeric(12, 2) not null check (green_area >= 0),
  buildings integer not null default 0,
  stairwells integer not null default 0,
  households integer not null default 0,
  plain text not null,
  bigrams text[] not null,
  version integer not null default 1,
  -- The code is the district's; one street cannot learn from a refusal what another street has.
  unique (street, code)
);
create index estate_bigrams on estate.estate using gin (bigrams);
create index estate_area on estate.estate (area);
call database.guard('estate.estate', 'id', 'reached_estates');

create table estate.building (
  id uuid primary key,
  estate_id uuid not null references estate.estate (id),
  area text not null,
  number text not null,
  storeys integer not null check (storeys between 1 and 100),
  built_year integer check (built_year between 1900 and 2100),
  floor_area numeric(12, 2) not null check (floor_area > 0),
  stairwells integer not null check (stairwells between 1 and 50),
  pitched_roof boolean not null,
  households integer not null default 0,
  plain text not null,
  bigrams text[] not null,
  version integer not null default 1,
  unique (estate_id, number)
);
create index building_bigrams on estate.building using gin (bigrams);
call database.guard_by_estate('estate.building');

create table estate.stairwell (
  id uuid primary key,
  building_id uuid not null references estate.building (id),
  estate_id uuid not null references estate.estate (id),
  area text not null,
  number integer not null check (number >= 1),
  unique (building_id, number)
);
create index stairwell_estate on estate.stairwell (estate_id);
call database.guard_by_estate('estate.stairwell');

create table estate.household (
  id uuid primary key,
  building_id uuid not null,
  estate_id uuid not null references estate.estate (id),
  area text not null,
  stairwell integer not null,
  floor integer not null,
  door text not null,
  exclusive_area numeric(10, 2) not null check (exclusive_area > 0),
  plain text not null,
  bigrams text[] not null,
  version integer not null default 1,
  unique (building_id, stairwell, door),
  foreign key (building_id, stairwell) references estate.stairwell (building_id, number)
);
create index household_bigrams on estate.household using gin (bigrams);
create index household_estate on estate.household (estate_id);
create index household_area on estate.household (area);
call database.guard_by_estate('estate.household');

-- Who owns a household: personal data, kept apart from what the household is, so that no other query meets it.
create table estate.owner (
  household_id uuid primary key references estate.household (id),
  estate_id uuid not null references estate.estate (id),
  area text not null,
  name text,
  phone text
);
create index owner_estate on estate.owner (estate_id);
call database.guard_by_estate('estate.owner');

-- When an estate counts as small and easy; an assumption until the district states its own score sheet.
create table estate.size_rule (
  only_one boolean primary key default true check (only_one),
  max_buildings integer not null,
  max_illegal_structures integer not null,
  unconfirmed boolean not null,
  source text not null
);
insert into estate.size_rule (max_buildings, max_illegal_structures, unconfirmed, source)
values (12, 130, true, 'assumption: about half the reference estate of 22 buildings and 220 illegal structures');

-- Frequent pairs («新村») must be known as frequent, or the planner takes the index where reading on is quicker.
alter table estate.estate alter column bigrams set statistics 1000;
alter table estate.building alter column bigrams set statistics 1000;
alter table estate.household alter column bigrams set statistics 1000;
