-- The survey before renovation (改造前体检). What is looked at is configuration in editions, classed by 国办发〔2020〕23号.
create table estate.survey_edition (
  number integer primary key,
  valid_from date not null,
  source text not null,
  unconfirmed boolean not null
);

-- level: looked at in every building, or once in the estate's common ground. part: the heading on the screen. driver: the estate's
-- quantity the findings add up to, a name of Quantities.byDriver. options: «CODE:中文:English». step: of the plus and minus keys.
create table estate.survey_item (
  edition integer not null references estate.survey_edition (number),
  code text not null,
  position integer not null,
  level text not null check (level in ('BUILDING', 'ESTATE')),
  part text not null,
  class text not null check (class in ('BASIC', 'IMPROVED', 'ENHANCED')),
  name_zh text not null,
  name_en text not null,
  unit_zh text not null,
  unit_en text not null,
  driver text,
  options text[] not null,
  step numeric(8, 2) not null check (step > 0),
  most numeric(12, 2) not null,
  source text not null,
  unconfirmed boolean not null,
  primary key (edition, code)
);

-- One survey of one estate; later ones look again. number counts them from 1. Days are the office's.
create table estate.survey (
  id uuid primary key,
  estate_id uuid not null references estate.estate (id),
  area text not null,
  number integer not null,
  edition integer not null references estate.survey_edition (number),
  state text not null check (state in ('OPEN', 'SUBMITTED', 'RETURNED', 'COMPLETED')),
  opened_on date not null,
  submitted_on date,
  completed_on date,
  returned_reason text,
  version integer not null default 1,
  unique (estate_id, number)
);
create unique index survey_one_at_a_time on estate.survey (estate_id) where state <> 'COMPLETED';
call database.guard_by_estate('estate.survey');

-- What was found: of a building, or of the common ground where building_id is missing.
create table estate.finding (
  id uuid primary key,
  survey_id uuid not null references estate.survey (id),
  estate_id uuid not null references estate.estate (id),
  area text not null,
  building_id uuid references estate.building (id) on delete cascade,
  item text not null,
  grade text check (grade in ('GOOD', 'FAIR', 'POOR', 'BAD', 'NONE')),
  quantity numeric(14, 2) check (quantity >= 0),
  option text,
  note text check (length(note) <= 500),
  person uuid,
  title text,
  found_on date not null,
  version integer not null default 1,
  unique nulls not distinct (survey_id, building_id, item)
);
create index finding_estate on estate.finding (estate_id);
call database.guard_by_estate('estate.finding');

alter table estate.menu add foreign key (survey_id) references estate.survey (id);

insert into estate.survey_edition values
  (1, '2021-09-01', 'assumption: the district''s own survey form was not found; parts by domain.md 3.1 and 5', true);

insert into estate.survey_item (edition, position, code, level, part, class, name_zh, name_en, unit_zh, unit_en, driver,
  options, step, most, source, unconfirmed)
select 1, row_number() over (), v.code, v.level, v.part, v.class, v.zh, v.en, v.unit_zh, v.unit_en, v.driver,
  v.options::text[], v.step, v.most, 'assumption: list and grades are ours; class by 国办发〔2020〕23号 as in domain.md 3.1', true
from (values
  ('ROOF', 'BUILDING', 'ROOF', 'BASIC', '屋面面积', 'Roof area', '㎡', 'm²', 'roof_area', '{FLAT:平屋顶:flat,PITCHED:坡屋顶:pitched,MIXED:平坡结合:mixed}', 10, 20000),
  ('ROOF_LEAKS', 'BUILDING', 'ROOF', 'BASIC', '屋面渗漏', 'Roof leaks', '处', 'places', null, '{}', 1, 500),
  ('WALL', 'BUILDING', 'WALL', 'BASIC', '外墙面积', 'Outer wall area', '㎡', 'm²', 'facade_area', '{PAINT:涂料:paint,TILES:面砖:tiles,PLASTER:水泥粉刷:plaster}', 10, 50000),
  ('WALL_LEAKS', 'BUILDING', 'WALL', 'BASIC', '外墙空鼓、渗漏', 'Wall defects and leaks', '处', 'places', null, '{}', 1, 500),
  ('WATER', 'BUILDING', 'PIPES', 'BASIC', '给水立管', 'Water risers', '根', 'risers', null, '{STEEL:镀锌钢管:galvanised steel,PLASTIC:塑料管:plastic}', 1, 200),
  ('DRAIN', 'BUILDING', 'PIPES', 'BASIC', '排水立管', 'Drain stacks', '根', 'stacks', null, '{IRON:铸铁管:cast iron,PLASTIC:塑料管:plastic}', 1, 200),
  ('POWER', 'BUILDING', 'WIRES', 'BASIC', '电表箱与供电线路', 'Meter boxes and power lines', '组', 'sets', null, '{}', 1, 200),
  ('LOW_VOLTAGE', 'BUILDING', 'WIRES', 'BASIC', '弱电飞线', 'Loose telecom wires', '处', 'places', null, '{}', 1, 500),
  ('STAIRS', 'BUILDING', 'STAIRS', 'BASIC', '楼道', 'Stairwells', '单元', 'stairwells', null, '{}', 1, 50),
  ('FIRE', 'BUILDING', 'FIRE', 'BASIC', '消防设施缺损', 'Fire equipment missing or broken', '处', 'places', null, '{}', 1, 200),
  ('ROOF_STRUCTURES', 'BUILDING', 'ILLEGAL', 'IMPROVED', '屋面违建', 'Illegal roof structures', '处', 'items', 'roof_structures', '{}', 1, 500),
  ('GROUND_STRUCTURES', 'BUILDING', 'ILLEGAL', 'IMPROVED', '底层、院落违建', 'Illegal ground structures', '处', 'items', 'ground_structures', '{}', 1, 500),
  ('DRAINS', 'ESTATE', 'PIPES', 'BASIC', '雨污管网', 'Storm and foul drains', 'm', 'm', 'drain_length', '{COMBINED:雨污合流:combined,SEPARATE:雨污分流:separate}', 10, 100000),
  ('ROADS', 'ESTATE', 'ROADS', 'BASIC', '道路', 'Roads', '㎡', 'm²', 'road_area', '{}', 10, 1000000),
  ('FIRE_LANE', 'ESTATE', 'FIRE', 'BASIC', '消防通道堵点', 'Blocked fire lanes', '处', 'places', null, '{}', 1, 200),
  ('PARKING_NOW', 'ESTATE', 'PARKING', 'IMPROVED', '现有车位', 'Bays there are', '个', 'bays', null, '{}', 5, 20000),
  ('PARKING_DEMAND', 'ESTATE', 'PARKING', 'IMPROVED', '登记机动车', 'Cars registered', '辆', 'cars', null, '{}', 5, 20000),
  ('PARKING_NEW', 'ESTATE', 'PARKING', 'IMPROVED', '可新增车位', 'Bays that can be made', '个', 'bays', 'parking_spaces', '{}', 5, 20000),
  ('EBIKE', 'ESTATE', 'CHARGING', 'IMPROVED', '需建充电端口', 'Charging points needed', '个', 'points', 'charging_points', '{}', 1, 20000),
  ('CAR_CHARGING', 'ESTATE', 'CHARGING', 'IMPROVED', '现有汽车充电桩', 'Car chargers there are', '个', 'points', null, '{}', 1, 2000),
  ('GREEN', 'ESTATE', 'GREEN', 'IMPROVED', '绿化', 'Greenery', '㎡', 'm²', 'green_area', '{}', 10, 1000000)
) v (code, level, part, class, zh, en, unit_zh, unit_en, driver, options, step, most);
