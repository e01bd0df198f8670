-- The menu of works (改造内容菜单). The catalogue is configuration in editions: class by 国办发〔2020〕23号 (domain.md 3.1, the
-- national text itself not read), lane, unit, what drives the quantity and what a unit costs. Class and sequence are separate
-- fields: the notice lists demolition among the improving works, Chongchuan takes it as a precondition.
create table estate.work_edition (
  number integer primary key,
  valid_from date not null,
  source text not null,
  unconfirmed boolean not null
);

-- cost, cost_low, cost_high: 元 a unit. driver: a name of Quantities.byDriver, or «fixed»; quantity = driver × factor.
-- activities: codes of the programme's template.
create table estate.work_item (
  edition integer not null references estate.work_edition (number),
  code text not null,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  class text not null check (class in ('BASIC', 'IMPROVED', 'ENHANCED')),
  lane text not null check (lane in ('DEMOLISH', 'RENEW', 'BUILD', 'MANAGE')),
  unit_zh text not null,
  unit_en text not null,
  driver text not null,
  factor numeric(10, 4) not null check (factor > 0),
  cost numeric(12, 2) not null check (cost between cost_low and cost_high),
  cost_low numeric(12, 2) not null check (cost_low >= 0),
  cost_high numeric(12, 2) not null,
  source text not null,
  unconfirmed boolean not null,
  activities text[] not null,
  primary key (edition, code)
);

-- What the ground cannot give twice: so much of another quantity a unit of the work takes, and at most this share of it.
create table estate.site_limit (
  edition integer not null,
  code text not null,
  work text not null,
  takes numeric(10, 2) not null,
  out_of text not null,
  most_share numeric(4, 3) not null check (most_share > 0 and most_share <= 1),
  name_zh text not null,
  name_en text not null,
  source text not null,
  unconfirmed boolean not null,
  primary key (edition, code),
  foreign key (edition, work) references estate.work_item (edition, code)
);

-- One work of one estate's menu. derived: by the catalogue from the survey, or from the register while there is none;
-- quantity: what holds, the same unless somebody corrected it. unit_cost is kept as it was when the line came.
create table estate.work_line (
  id uuid primary key,
  estate_id uuid not null references estate.estate (id),
  area text not null,
  edition integer not null,
  code text not null,
  derived numeric(14, 2) not null check (derived >= 0),
  quantity numeric(14, 2) not null check (quantity >= 0),
  corrected boolean not null default false,
  unit_cost numeric(12, 2) not null check (unit_cost >= 0),
  mark text not null default 'PROPOSED' check (mark in ('PROPOSED', 'ADOPTED', 'DROPPED')),
  reason text,
  version integer not null default 1,
  unique (estate_id, code),
  foreign key (edition, code) references estate.work_item (edition, code)
);
call database.guard_by_estate('estate.work_line');

-- From what an estate's menu was derived: the register, or a survey.
create table estate.menu (
  estate_id uuid primary key references estate.estate (id),
  area text not null,
  edition integer not null references estate.work_edition (number),
  survey_id uuid,
  derived_at timestamptz not null,
  version integer not null default 1
);
call database.guard_by_estate('estate.menu');

insert into estate.work_edition values
  (1, '2021-09-01', 'assumption: unit costs set so that the reference estate comes to about 500 to 550 元/㎡ (domain.md 2.2)', true);

insert into estate.work_item (edition, position, code, name_zh, name_en, class, lane, unit_zh, unit_en, driver, factor,
  cost, cost_low, cost_high, activities, source, unconfirmed)
select 1, row_number() over (), w.*, 'assumption: no price list of the district is at hand', true from (values
  ('W01', '屋面平改坡与防水', 'Pitched roofs and waterproofing', 'BASIC', 'RENEW', '㎡', 'm²', 'roof_area', 1, 520, 420, 680,
    array['R01', 'R02', 'R03', 'R04', 'R05', 'R06']),
  ('W02', '外墙渗漏修补与涂料', 'Façade repair and paint', 'BASIC', 'RENEW', '㎡', 'm²', 'facade_area', 1, 84, 65, 120,
    array['F01', 'F02', 'F03', 'F05']),
  ('W03', '雨污分流、检查井与化粪池', 'Separate sewers, manholes, septic tanks', 'BASIC', 'BUILD', 'm', 'm', 'drain_length', 1, 1250, 900, 1800,
    array['U01', 'U02', 'U03', 'U04']),
  ('W04', '给水管改造', 'Water mains and risers', 'BASIC', 'BUILD', '户', 'households', 'households', 1, 1500, 1000, 2200, array['U05']),
  ('W05', '燃气管改造', 'Gas pipes', 'BASIC', 'BUILD', '户', 'households', 'households', 1, 1200, 800, 1800, array['U06']),
  ('W06', '“三线”入地整治', 'Power and telecom underground', 'BASIC', 'BUILD', '栋', 'buildings', 'buildings', 1, 70000, 45000, 110000, array['U07']),
  ('W07', '楼道出新、照明与扶手', 'Stairwells, lighting, handrails', 'BASIC', 'RENEW', '单元', 'stairwells', 'stairwells', 1, 14000, 9000, 18000, array['F06']),
  ('W08', '道路与消防通道', 'Roads and fire lanes', 'BASIC', 'BUILD', '㎡', 'm²', 'road_area', 1, 230, 180, 320, array['E01', 'E08', 'E09']),
  ('W09', '消防设施补齐', 'Fire equipment made good', 'BASIC', 'RENEW', '单元', 'stairwells', 'stairwells', 1, 1800, 1200, 3000, array['F06']),
  ('W10', '垃圾分类亭', 'Waste sorting pavilions', 'BASIC', 'BUILD', '座', 'pavilions', 'buildings', 0.2, 60000, 35000, 90000, array['E06']),
  ('W11', '违法建设拆除与封堵补齐', 'Illegal structures removed and made good', 'IMPROVED', 'DEMOLISH', '处', 'items', 'illegal_structures', 1, 7000, 4000, 12000,
    array['D01', 'D02', 'D03', 'D04', 'D05', 'D06']),
  ('W12', '停车位', 'Parking bays', 'IMPROVED', 'BUILD', '个', 'bays', 'parking_spaces', 1, 2600, 1800, 4000, array['E02']),
  ('W13', '非机动车棚与充电设施', 'Cycle sheds and charging', 'IMPROVED', 'BUILD', '个', 'points', 'charging_points', 1, 18000, 9000, 26000, array['E03']),
  ('W14', '绿化补植与口袋公园', 'Planting and pocket gardens', 'IMPROVED', 'BUILD', '㎡', 'm²', 'green_area', 1, 180, 120, 260, array['E05']),
  ('W15', '无障碍坡道与适老扶手', 'Ramps and rails for the old', 'IMPROVED', 'BUILD', '处', 'places', 'stairwells', 0.3333, 20000, 12000, 30000, array['E06']),
  ('W16', '路灯与安防监控', 'Street lights and cameras', 'IMPROVED', 'BUILD', '栋', 'buildings', 'buildings', 1, 25000, 16000, 40000, array['E04']),
  ('W17', '空调机位、晾衣架与雨棚统一复装', 'Brackets, racks and canopies refitted', 'IMPROVED', 'RENEW', '户', 'households', 'households', 1, 900, 600, 1500, array['F04']),
  ('W18', '健身场地与设施', 'Fitness ground', 'IMPROVED', 'BUILD', '处', 'places', 'fixed', 1, 120000, 60000, 200000, array['E06']),
  ('W21', '社区与物业用房整修', 'Community and management rooms', 'ENHANCED', 'BUILD', '处', 'places', 'fixed', 1, 610000, 300000, 900000, array['E07']),
  ('W22', '助餐点与老人活动室', 'Canteen and room for the old', 'ENHANCED', 'BUILD', '处', 'places', 'fixed', 1, 980000, 500000, 1500000, array['E07']),
  ('W23', '智能门禁与高空抛物探头', 'Smart entrances and cameras for falling objects', 'ENHANCED', 'BUILD', '栋', 'buildings', 'buildings', 1, 42000, 25000, 65000, array['E04']),
  ('W31', '业主大会、物业选聘与承接查验', 'Owners'' assembly, property manager, take-over', 'ENHANCED', 'MANAGE', '户', 'households', 'households', 1, 60, 30, 100,
    array['H01', 'H02', 'H03', 'H04', 'H05'])
) w;

insert into estate.site_limit values
  (1, 'PARKING_GREEN', 'W12', 12.5, 'green_area', 0.3, '增设车位占用绿化', 'Parking bays on greenery',
    'assumption: a bay of 2.5 m × 5 m; at most three tenths of the greenery may become grass-paved bays', true),
  (1, 'SHEDS_GREEN', 'W13', 1.6, 'green_area', 0.1, '车棚与充电占用绿化', 'Cycle sheds on greenery',
    'assumption: 1.6 ㎡ a cycle; at most a tenth of the greenery', true);
