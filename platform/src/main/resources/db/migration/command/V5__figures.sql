-- What the command counts, as rows a planner may change: components of the league's score, nodes of the KPI tree, the six
-- dimensions, the lines of the statutory tables, and when a cause needs the command. Nothing of it is confirmed by a text we
-- have read; every row says so and where it comes from.

create table command.figure (
  kind text not null,                  -- LEAGUE, KPI, DIMENSION, STATISTIC, CAUSE
  code text not null,
  parent text,                         -- root of a KPI, table of a statistic
  position int not null,
  name_zh text not null,
  name_en text not null,
  measure text not null,               -- how it is counted; see Measure
  parts text not null default '',      -- codes of activities, with commas
  amount text not null default 'PROJECTS',
  span text not null default 'TOTAL',  -- TOTAL until the day, or PERIOD
  unit_zh text not null,
  unit_en text not null,
  weight numeric not null default 0 check (weight between 0 and 100),
  threshold int not null default 0 check (threshold between 0 and 366),
  least int not null default 0 check (least between 0 and 1000),  -- a denominator below is flagged as small
  unconfirmed boolean not null default true,
  source text not null,
  version int not null default 1,
  primary key (kind, code)
);

insert into command.figure (kind, code, parent, position, name_zh, name_en, measure, parts, unit_zh, unit_en, weight, threshold, least, source) values
  ('LEAGUE', 'KEPT', null, 1, '节点守期率', 'Nodes kept', 'NODES_KEPT', '', '%', '%', 35, 0, 10, 'assumption: no local scoring rule was found'),
  ('LEAGUE', 'PLAN', null, 2, '计划完成率', 'Plan fulfilled', 'PLAN_FULFILLED', '', '%', '%', 20, 0, 3, 'assumption: no local scoring rule was found'),
  ('LEAGUE', 'IN_TIME', null, 3, '按时达成率', 'Reached in time', 'NODES_IN_TIME', '', '%', '%', 10, 0, 5, 'assumption: no local scoring rule was found'),
  ('LEAGUE', 'REPORTS', null, 4, '填报及时率', 'Reports fresh', 'REPORTS_FRESH', '', '%', '%', 10, 14, 10, 'assumption: a running activity is reported on every 14 days'),
  ('LEAGUE', 'SATISFACTION', null, 5, '群众满意率', 'Satisfaction', 'NO_DATA', '', '%', '%', 25, 0, 30, 'domain.md A4.9: satisfaction weighs most; the weight is an assumption, the data comes with appeals'),

  ('KPI', 'ORGANISATION', null, 1, '组织水平', 'Organisation', 'ROOT', '', '', '', 0, 0, 0, 'domain.md A7.10'),
  ('KPI', 'EFFECT', null, 2, '改造效果', 'Effect', 'ROOT', '', '', '', 0, 0, 0, 'domain.md A7.10'),
  ('KPI', 'SATISFACTION', null, 3, '群众满意度', 'Satisfaction', 'ROOT', '', '', '', 0, 0, 0, 'domain.md A7.10'),
  ('KPI', 'STARTED', 'ORGANISATION', 1, '项目开工率', 'Projects begun', 'BEGUN_SHARE', 'C01', '%', '%', 0, 0, 3, 'assumption: begun is mobilised (C01)'),
  ('KPI', 'PLAN', 'ORGANISATION', 2, '计划完成率', 'Plan fulfilled', 'PLAN_FULFILLED', '', '%', '%', 0, 0, 3, 'assumption'),
  ('KPI', 'KEPT', 'ORGANISATION', 3, '节点守期率', 'Nodes kept', 'NODES_KEPT', '', '%', '%', 0, 0, 10, 'assumption'),
  ('KPI', 'IN_TIME', 'ORGANISATION', 4, '节点按时达成率', 'Nodes reached in time', 'NODES_IN_TIME', '', '%', '%', 0, 0, 5, 'assumption'),
  ('KPI', 'REPORTS', 'ORGANISATION', 5, '填报及时率', 'Reports fresh', 'REPORTS_FRESH', '', '%', '%', 0, 14, 10, 'assumption: every 14 days'),
  ('KPI', 'WEEKLY', 'ORGANISATION', 6, '周报报送率', 'Weekly reports sent', 'WEEKLY', '', '%', '%', 0, 0, 3, 'assumption: one a week while under way'),
  ('KPI', 'GATES', 'ORGANISATION', 7, '关口条件无逾期率', 'Gates without overdue conditions', 'GATES_CLEAR', '', '%', '%', 0, 0, 3, 'assumption'),
  ('KPI', 'OWNED', 'ORGANISATION', 8, '问题有人负责率', 'Troubles with an owner', 'TROUBLES_OWNED', '', '%', '%', 0, 0, 5, 'assumption'),
  ('KPI', 'WORKS', 'EFFECT', 1, '改造工程完成率', 'Works done', 'WORKS_DONE', 'D04,D05,D06,R01,R02,R03,R04,R05,R06,F01,F02,F03,F04,F05,F06,U02,U03,U04,U05,U06,U07,E01,E02,E03,E04,E05,E06,E07,E08,E09', '%', '%', 0, 0, 3, 'assumption: weighed by planned days'),
  ('KPI', 'ROOFS', 'EFFECT', 2, '屋面平改坡完成率', 'Roofs converted', 'ENDED_SHARE', 'R06', '%', '%', 0, 0, 3, 'assumption: when the roof sub-part is accepted'),
  ('KPI', 'PIPES', 'EFFECT', 3, '雨污管网完成率', 'Sewers renewed', 'ENDED_SHARE', 'U04', '%', '%', 0, 0, 3, 'assumption: when the pipes are tested'),
  ('KPI', 'ACCEPTED', 'EFFECT', 4, '竣工验收率', 'Projects accepted', 'ENDED_SHARE', 'Q04', '%', '%', 0, 0, 3, 'assumption'),
  ('KPI', 'EARNED', 'EFFECT', 6, '投资完成对计划（EV÷PV）', 'Value earned to plan (EV ÷ PV)', 'EARNED', '', '%', '%', 0, 0, 3, 'assumption: earned value by approved budgets'),
  ('KPI', 'PAID', 'EFFECT', 7, '资金支付率', 'Paid of the budget', 'PAID', '', '%', '%', 0, 0, 3, 'assumption: ledger ÷ approved budget'),
  ('KPI', 'MANAGED', 'EFFECT', 5, '物业落实率', 'Property management chosen', 'ENDED_SHARE', 'H04', '%', '%', 0, 0, 3, 'domain.md A2.11'),
  ('KPI', 'VOTED', 'SATISFACTION', 1, '居民表决完成率', 'Residents have voted', 'ENDED_SHARE', 'P05', '%', '%', 0, 0, 3, 'domain.md 1.2.7'),
  ('KPI', 'SATISFIED', 'SATISFACTION', 2, '群众满意率', 'Satisfaction rate', 'NO_DATA', '', '%', '%', 0, 0, 30, 'domain.md A4.9: satisfied ÷ validly called back'),
  ('KPI', 'ANSWERED', 'SATISFACTION', 3, '诉求按时办结率', 'Appeals closed in time', 'NO_DATA', '', '%', '%', 0, 0, 30, 'domain.md 2.4: on time ÷ due'),

  ('DIMENSION', 'GREEN', null, 1, '绿化', 'Greenery', 'WORKS_DONE', 'E05', '%', '%', 0, 0, 0, 'domain.md 7: a common six in Chinese cities; the works are an assumption'),
  ('DIMENSION', 'LIGHT', null, 2, '亮化', 'Lighting', 'WORKS_DONE', 'F06', '%', '%', 0, 0, 0, 'domain.md 7: a common six in Chinese cities; the works are an assumption'),
  ('DIMENSION', 'CLEAN', null, 3, '净化', 'Cleanliness', 'WORKS_DONE', 'D06,U02,U03,U04,E06', '%', '%', 0, 0, 0, 'domain.md 7: a common six in Chinese cities; the works are an assumption'),
  ('DIMENSION', 'BEAUTY', null, 4, '美化', 'Beauty', 'WORKS_DONE', 'R05,F02,F03,F04', '%', '%', 0, 0, 0, 'domain.md 7: a common six in Chinese cities; the works are an assumption'),
  ('DIMENSION', 'ORDER', null, 5, '序化', 'Order', 'WORKS_DONE', 'D04,D05,U07,E02,E03,E09', '%', '%', 0, 0, 0, 'domain.md 7: a common six in Chinese cities; the works are an assumption'),
  ('DIMENSION', 'SMART', null, 6, '智慧化', 'Smart', 'WORKS_DONE', 'E04', '%', '%', 0, 0, 0, 'domain.md 7: a common six in Chinese cities; the works are an assumption');

-- The text of the statutory form was not read: which lines it has and how they are counted is our assumption, line by line.
insert into command.figure (kind, code, parent, position, name_zh, name_en, measure, parts, amount, span, unit_zh, unit_en, source) values
  ('STATISTIC', 'A01', 'PLAN', 1, '计划改造项目', 'Projects planned', 'PLANNED', '', 'PROJECTS', 'TOTAL', '个', 'projects', 'assumption: form not read'),
  ('STATISTIC', 'A02', 'PLAN', 2, '计划改造小区', 'Estates planned', 'PLANNED', '', 'ESTATES', 'TOTAL', '个', 'estates', 'assumption: form not read'),
  ('STATISTIC', 'A03', 'PLAN', 3, '计划改造楼栋', 'Buildings planned', 'PLANNED', '', 'BUILDINGS', 'TOTAL', '栋', 'buildings', 'assumption: form not read'),
  ('STATISTIC', 'A04', 'PLAN', 4, '计划惠及居民', 'Homes planned', 'PLANNED', '', 'HOUSEHOLDS', 'TOTAL', '户', 'homes', 'assumption: form not read'),
  ('STATISTIC', 'A05', 'PLAN', 5, '其中：上年结转项目', 'of these carried over', 'CARRIED', '', 'PROJECTS', 'TOTAL', '个', 'projects', 'assumption: form not read'),
  ('STATISTIC', 'A06', 'PLAN', 6, '本期计划开工项目', 'to begin in the period', 'PLAN_BEGINS', 'C01', 'PROJECTS', 'PERIOD', '个', 'projects', 'assumption: begun is mobilised (C01)'),
  ('STATISTIC', 'A07', 'PLAN', 7, '本期计划竣工项目', 'to be accepted in the period', 'PLAN_ENDS', 'Q04', 'PROJECTS', 'PERIOD', '个', 'projects', 'assumption: form not read'),
  ('STATISTIC', 'B01', 'PROGRESS', 1, '累计开工项目', 'Projects begun so far', 'BEGUN', 'C01', 'PROJECTS', 'TOTAL', '个', 'projects', 'assumption: begun is mobilised (C01)'),
  ('STATISTIC', 'B02', 'PROGRESS', 2, '本期开工项目', 'begun in the period', 'BEGUN', 'C01', 'PROJECTS', 'PERIOD', '个', 'projects', 'assumption: begun is mobilised (C01)'),
  ('STATISTIC', 'B03', 'PROGRESS', 3, '累计开工楼栋', 'Buildings begun so far', 'BEGUN', 'C01', 'BUILDINGS', 'TOTAL', '栋', 'buildings', 'assumption: by project, not by building'),
  ('STATISTIC', 'B04', 'PROGRESS', 4, '累计开工惠及居民', 'Homes begun so far', 'BEGUN', 'C01', 'HOUSEHOLDS', 'TOTAL', '户', 'homes', 'assumption: form not read'),
  ('STATISTIC', 'B05', 'PROGRESS', 5, '累计竣工项目', 'Projects accepted so far', 'ENDED', 'Q04', 'PROJECTS', 'TOTAL', '个', 'projects', 'assumption: form not read'),
  ('STATISTIC', 'B06', 'PROGRESS', 6, '本期竣工项目', 'accepted in the period', 'ENDED', 'Q04', 'PROJECTS', 'PERIOD', '个', 'projects', 'assumption: form not read'),
  ('STATISTIC', 'B07', 'PROGRESS', 7, '累计竣工惠及居民', 'Homes accepted so far', 'ENDED', 'Q04', 'HOUSEHOLDS', 'TOTAL', '户', 'homes', 'assumption: form not read'),
  ('STATISTIC', 'C01', 'EFFECT', 1, '完成违建拆除的项目', 'Illegal structures removed', 'ENDED', 'D04,D05', 'PROJECTS', 'TOTAL', '个', 'projects', 'assumption: form not read'),
  ('STATISTIC', 'C02', 'EFFECT', 2, '屋面改造完成惠及居民', 'Homes under finished roofs', 'ENDED', 'R06', 'HOUSEHOLDS', 'TOTAL', '户', 'homes', 'assumption: form not read'),
  ('STATISTIC', 'C03', 'EFFECT', 3, '外墙改造完成楼栋', 'Buildings with finished facades', 'ENDED', 'F03', 'BUILDINGS', 'TOTAL', '栋', 'buildings', 'assumption: by project, not by building'),
  ('STATISTIC', 'C04', 'EFFECT', 4, '雨污管网改造完成惠及居民', 'Homes with renewed sewers', 'ENDED', 'U04', 'HOUSEHOLDS', 'TOTAL', '户', 'homes', 'assumption: form not read'),
  ('STATISTIC', 'C05', 'EFFECT', 5, '供水管改造完成惠及居民', 'Homes with renewed water', 'ENDED', 'U05', 'HOUSEHOLDS', 'TOTAL', '户', 'homes', 'assumption: form not read'),
  ('STATISTIC', 'C06', 'EFFECT', 6, '燃气管改造完成惠及居民', 'Homes with renewed gas', 'ENDED', 'U06', 'HOUSEHOLDS', 'TOTAL', '户', 'homes', 'assumption: form not read'),
  ('STATISTIC', 'C07', 'EFFECT', 7, '线缆规整完成惠及居民', 'Homes with cables underground', 'ENDED', 'U07', 'HOUSEHOLDS', 'TOTAL', '户', 'homes', 'assumption: form not read'),
  ('STATISTIC', 'C08', 'EFFECT', 8, '完成停车位改造的项目', 'Parking finished', 'ENDED', 'E02', 'PROJECTS', 'TOTAL', '个', 'projects', 'assumption: form not read'),
  ('STATISTIC', 'C09', 'EFFECT', 9, '完成充电设施的项目', 'Charging finished', 'ENDED', 'E03', 'PROJECTS', 'TOTAL', '个', 'projects', 'assumption: form not read'),
  ('STATISTIC', 'C10', 'EFFECT', 10, '完成绿化补植的项目', 'Planting finished', 'ENDED', 'E05', 'PROJECTS', 'TOTAL', '个', 'projects', 'assumption: form not read'),
  ('STATISTIC', 'C11', 'EFFECT', 11, '引入物业管理的项目', 'Property management chosen', 'ENDED', 'H04', 'PROJECTS', 'TOTAL', '个', 'projects', 'assumption: form not read'),
  ('STATISTIC', 'C12', 'EFFECT', 12, '加装电梯', 'Lifts added', 'NO_DATA', '', 'PROJECTS', 'TOTAL', '部', 'lifts', 'no such work in the template');

-- A cause needs the command when a node it endangers is late or due within so many days, and the project cannot settle it
-- itself: weight 1 says it can, 0 that it cannot. Whose move it is decides as well: the command's own always counts.
insert into command.figure (kind, code, position, name_zh, name_en, measure, unit_zh, unit_en, weight, threshold, source) values
  ('CAUSE', 'RAIN', 1, '雨停', 'Rain', 'CAUSE', '天', 'd', 1, 45, 'assumption: the site makes up for rain'),
  ('CAUSE', 'RESIDENTS', 2, '居民签约', 'Signatures outstanding', 'CAUSE', '天', 'd', 0, 60, 'assumption: needs street and command'),
  ('CAUSE', 'PERMIT', 3, '手续未办结', 'Permits outstanding', 'CAUSE', '天', 'd', 0, 60, 'assumption: authorities outside the project'),
  ('CAUSE', 'UTILITY', 4, '管线单位未配合', 'Utilities not ready', 'CAUSE', '天', 'd', 0, 60, 'assumption: firms outside the project'),
  ('CAUSE', 'CREW', 5, '班组不足', 'Crews short', 'CAUSE', '天', 'd', 0, 45, 'assumption: crews are shared over the district'),
  ('CAUSE', 'MATERIAL', 6, '材料未到', 'Material late', 'CAUSE', '天', 'd', 1, 30, 'assumption: the contractor buys'),
  ('CAUSE', 'SAFETY', 7, '安全停工', 'Stopped for safety', 'CAUSE', '天', 'd', 1, 30, 'assumption'),
  ('CAUSE', 'REWORK', 8, '返工', 'Rework', 'CAUSE', '天', 'd', 1, 30, 'assumption'),
  ('CAUSE', 'NOT_STARTED', 9, '未按时开工', 'Not started in time', 'CAUSE', '天', 'd', 1, 30, 'assumption'),
  ('CAUSE', 'OVERDUE', 10, '到期未报完成', 'Due and not reported finished', 'CAUSE', '天', 'd', 1, 30, 'assumption'),
  ('CAUSE', 'SLOW', 11, '进度慢于计划', 'Slower than planned', 'CAUSE', '天', 'd', 1, 30, 'assumption'),
  ('CAUSE', 'ORDER', 12, '前道工序拖后', 'Late predecessor', 'CAUSE', '天', 'd', 1, 30, 'assumption'),
  ('CAUSE', 'REPORT_MISSING', 13, '久未填报', 'Reports missing', 'CAUSE', '天', 'd', 1, 14, 'assumption: a running activity is reported on every 14 days'),
  ('CAUSE', 'NO_ROOM', 14, '计划无余量', 'No room in the plan', 'CAUSE', '天', 'd', 0, 30, 'assumption: only another plan makes room'),
  ('CAUSE', 'OTHER', 15, '其他原因', 'Other reasons', 'CAUSE', '天', 'd', 1, 30, 'assumption');
