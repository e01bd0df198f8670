-- Gates (关口) as checklists: what must stand before a project may go on. Conditions are configuration with their source;
-- those of law are confirmed by it, ours are flagged. What somebody stated of a condition is only ever added.

alter table programme.project add column stage text not null default 'PLANNED'
  check (stage in ('PLANNED', 'MOBILISED', 'UNDERWAY', 'ACCEPTED', 'DELIVERED', 'WARRANTY', 'ARCHIVED'));

create table programme.gate (
  code text primary key,
  position int not null,
  name_zh text not null,
  name_en text not null,
  act text,                            -- the act of the project's state graph that the gate stands before, if any
  activity_code text not null,         -- the activity whose date the gate has to be passed by
  at_start boolean not null            -- by the activity's start; otherwise by its finish
);

create table programme.gate_condition (
  gate_code text not null references programme.gate,
  code text not null,
  position int not null,
  text_zh text not null,
  text_en text not null,
  source text not null,
  unconfirmed boolean not null,
  role text not null,                  -- whose move it is: STREET, DELIVERY_AGENT, CONTRACTOR, SUPERVISOR, UTILITY, COMMAND
  evidence_required boolean not null,
  required boolean not null default true,
  lead_days int not null check (lead_days between 0 and 365),
  fed_by text,                         -- the module that will state it by event; by hand until then
  version int not null default 1,
  primary key (gate_code, code)
);

create table programme.gate_standing (
  id uuid primary key,
  project_id uuid not null references programme.project on delete cascade,
  area text not null,
  gate_code text not null,
  condition_code text not null,
  state text not null check (state in ('OPEN', 'MET', 'WAIVED')),
  reason text not null,
  evidence text not null,              -- JSON [evidence id]
  stated_on date not null,             -- business date
  stated_at timestamptz not null,
  stated_by uuid not null,
  stated_name text not null,
  stated_via text not null,            -- HAND, or the module whose event said so
  foreign key (gate_code, condition_code) references programme.gate_condition
);
create index gate_standing_project on programme.gate_standing (project_id, gate_code, condition_code, id);
call database.guard_by_project('programme.gate_standing');

create table programme.gate_passage (
  project_id uuid not null references programme.project on delete cascade,
  area text not null,
  gate_code text not null references programme.gate,
  passed_on date not null,
  passed_at timestamptz not null,
  passed_by uuid not null,
  passed_name text not null,
  waived int not null,                 -- how many of its conditions were waived then
  primary key (project_id, gate_code)
);
call database.guard_by_project('programme.gate_passage');

insert into programme.gate (code, position, name_zh, name_en, act, activity_code, at_start) values
  ('START', 1, '开工关', 'Start of works', 'START', 'C01', true),
  ('ROOF', 2, '雨季前屋面封闭关', 'Roofs closed before the rains', null, 'R06', false),
  ('ACCEPTANCE', 3, '竣工验收关', 'Completion acceptance', 'ACCEPT', 'Q04', false),
  ('DELIVERY', 4, '交付关', 'Delivery', 'DELIVER', 'Q05', false);

insert into programme.gate_condition
  (gate_code, code, position, text_zh, text_en, source, unconfirmed, role, evidence_required, lead_days, fed_by) values
  ('START', 'VOTE_PLAN', 1, '改造方案经业主依法表决通过', 'Owners have voted the renovation plan by the legal majority', '民法典278；江苏2022年要求开工前表决（jianzhuj.cn 1007034）', false, 'STREET', true, 30, 'assembly'),
  ('START', 'VOTE_MODEL', 2, '改造后物业管理模式经业主依法表决通过', 'Owners have voted the property-management model after renovation', '民法典278；江苏2022年要求开工前表决（jianzhuj.cn 1007034）', false, 'STREET', true, 30, 'assembly'),
  ('START', 'VOTE_CONTRIBUTION', 3, '居民出资方案经业主依法表决通过', 'Owners have voted the residents'' contribution', '民法典278；江苏2022年要求开工前表决（jianzhuj.cn 1007034）', false, 'STREET', true, 30, 'assembly'),
  ('START', 'VOTE_FEE', 4, '物业费标准经业主依法表决通过', 'Owners have voted the property fee', '民法典278；江苏2022年要求开工前表决（jianzhuj.cn 1007034）', false, 'STREET', true, 30, 'assembly'),
  ('START', 'CONSENT_RATIO', 5, '参与率、同意率达到本地规定比例', 'Participation and consent have reached the local ratio', '江苏2022年要求；本地比例未查到，属假设', true, 'STREET', false, 30, 'consensus'),
  ('START', 'FISCAL_REVIEW', 6, '施工图、工程量清单、财政评审完成', 'Working drawings, bill of quantities and fiscal review are done', 'assumption', true, 'DELIVERY_AGENT', false, 40, null),
  ('START', 'CONTRACT', 7, '施工、监理合同已签，质量安全监督手续已办', 'Works and supervision contracts signed; quality and safety supervision registered', '招标投标法46；建设工程质量管理条例13', false, 'DELIVERY_AGENT', true, 7, null),
  ('START', 'WAGE_ACCOUNT', 8, '农民工工资专用账户已开立', 'The wage account of migrant workers is open', '保障农民工工资支付条例26', false, 'CONTRACTOR', true, 3, null),
  ('START', 'DEMOLITION_FILED', 9, '拆除施工方案已在施工15日前备案', 'The demolition method statement was filed 15 days before', '建设工程安全生产管理条例11', false, 'CONTRACTOR', true, 15, 'demolition'),
  ('START', 'ROUTES_SIGNED', 10, '违建拆除路径签约不少于七成', 'At least 70 % of illegal structures have a signed route', 'assumption: domain.md 7', true, 'STREET', false, 7, 'demolition'),
  ('START', 'RECEPTION', 11, '攻坚党支部成立、接待点挂牌、致居民一封信已送达', 'Task-force branch founded, reception point open, letter to residents delivered', 'brief', false, 'STREET', true, 3, 'taskforce'),
  ('ROOF', 'STRUCTURES_GONE', 1, '屋面违建全部拆除', 'All illegal roof structures are gone', 'brief: milestone 04-30', false, 'STREET', true, 30, 'demolition'),
  ('ROOF', 'CONCEALED_SIGNED', 2, '锚固、屋架、防水垫层隐蔽验收签字齐全', 'Concealed works signed: anchors, trusses, waterproof underlay', '建设工程质量管理条例30', false, 'SUPERVISOR', true, 7, 'inspection'),
  ('ROOF', 'MATERIALS_TESTED', 3, '防水材料见证取样复试合格', 'Waterproofing materials passed witnessed tests', '建设工程质量管理条例29、31', false, 'SUPERVISOR', true, 21, 'inspection'),
  ('ROOF', 'SPRAY_TEST', 4, '屋面淋水试验2小时无渗漏', 'Two-hour spray test without a leak', '屋面淋水（蓄水）试验记录（inayun.cn）', false, 'CONTRACTOR', true, 0, 'inspection'),
  ('ROOF', 'DRAINAGE_CLEAR', 5, '天沟、落水管贯通，临时排水到位', 'Gutters and downpipes run clear; temporary drainage stands', 'assumption', true, 'CONTRACTOR', true, 0, null),
  ('ROOF', 'RAIN_PLAN', 6, '雨季应急预案和值班表已张贴', 'Rain emergency plan and duty roster are posted', 'assumption', true, 'DELIVERY_AGENT', false, 0, null),
  ('ACCEPTANCE', 'SCOPE_DONE', 1, '完成设计和合同约定的各项内容', 'All that design and contract ask for is done', '建设工程质量管理条例16（一）', false, 'CONTRACTOR', true, 7, 'handover'),
  ('ACCEPTANCE', 'RECORDS', 2, '有完整的技术档案和施工管理资料', 'Technical archive and site records are complete', '建设工程质量管理条例16（二）', false, 'CONTRACTOR', true, 7, 'handover'),
  ('ACCEPTANCE', 'TEST_REPORTS', 3, '有主要材料、构配件和设备的进场试验报告', 'Test reports of main materials, components and equipment are there', '建设工程质量管理条例16（三）', false, 'SUPERVISOR', true, 7, 'inspection'),
  ('ACCEPTANCE', 'QUALITY_SIGNED', 4, '勘察、设计、施工、监理分别签署质量合格文件', 'Survey, design, works and supervision each signed for quality', '建设工程质量管理条例16（四）', false, 'DELIVERY_AGENT', true, 3, 'handover'),
  ('ACCEPTANCE', 'WARRANTY_SIGNED', 5, '有施工单位签署的工程保修书', 'The contractor signed the warranty', '建设工程质量管理条例16（五）', false, 'CONTRACTOR', true, 3, 'handover'),
  ('ACCEPTANCE', 'RESIDENTS_REVIEW', 6, '居民代表评议、满意度测评完成', 'Residents'' review and satisfaction survey are done', 'assumption', true, 'STREET', false, 5, 'consensus'),
  ('ACCEPTANCE', 'SNAGS_CLOSED', 7, '预验收整改项全部销项', 'Every snag of the pre-acceptance is closed', 'assumption', true, 'SUPERVISOR', true, 1, 'inspection'),
  ('DELIVERY', 'MANAGER_CHOSEN', 1, '物业企业已选聘或物业服务社已成立', 'Property manager chosen or service co-operative founded', '民法典278；物业管理条例', false, 'STREET', true, 10, 'assembly'),
  ('DELIVERY', 'TAKEN_OVER', 2, '承接查验完成、移交清单签字', 'Take-over inspection done and hand-over list signed', '物业管理条例28、29', false, 'DELIVERY_AGENT', true, 1, 'handover'),
  ('DELIVERY', 'SAME_DAY', 3, '物业当日进驻（零日空档）', 'The property manager moves in the same day (no gap)', 'brief: 交付之日即物业进驻之日', false, 'STREET', true, 0, 'handover'),
  ('DELIVERY', 'ARCHIVED', 4, '建设项目档案已整理，可移交', 'The project archive is in order to be handed over', '建设工程质量管理条例17', false, 'DELIVERY_AGENT', true, 3, 'handover'),
  ('DELIVERY', 'PLATES', 5, '责任牌、质保卡上墙（防水5年、管线装修2年）', 'Responsibility plates and warranty cards are up (leaks 5 y, pipes and finishing 2 y)', '建设工程质量管理条例40', false, 'CONTRACTOR', true, 1, 'handover'),
  ('DELIVERY', 'PATROL_PLAN', 6, '违建“回头看”巡查安排已定', 'The patrol against re-building is arranged', 'assumption', true, 'STREET', false, 3, null);
