-- Appeals of five years, each with its file, made where they are only to be read: by the superuser, past the platform's acts.
-- :cases and :seed are put in by the bench. What is older than 45 days is archived, of the rest one in three is open.
set session_replication_role = replica;
set maintenance_work_mem = '1GB';
select setseed(:seed / 100000000.0);

create temporary table phrase as select row_number() over () - 1 as n, words from unnest(array['我家楼上的屋面又漏雨了', '卫生间顶上一直往下滴水',
  '物业说要等改造的时候一起修', '请问什么时候能够施工', '楼道里的电线拉得到处都是', '电瓶车在门厅里充电很危险', '希望小区里多装一些充电桩',
  '晚上回来根本找不到停车位', '消防通道常年被私家车占着', '打了几次电话都没有人来处理', '老人上下楼很不方便', '能不能加装一部电梯',
  '污水管堵了以后一楼返水', '院子里的化粪池满了很久没有清掏', '自来水这几天发黄还有异味', '顶楼有人违章搭建了阳光房', '施工队早上六点就开始敲墙',
  '脚手架把窗户挡住了没有光线', '外墙的保温层掉下来砸到车子', '垃圾桶旁边夏天的气味很重', '路灯坏了好几个月没有人修', '燃气公司来检查说管子要换',
  '围墙倒了一段小孩容易出事', '绿化带被人种了菜', '改造方案公示的时候我们不知道', '社区答应的事情到现在没有回音', '门禁坏了外面的人随便进',
  '雨棚拆了以后雨水直接打进来', '小区大门口的路面坑坑洼洼', '请有关部门尽快派人来看一看', '麻烦给一个明确的答复', '家里有病人需要安静']) words;

create function pg_temp.pairs(plain text) returns integer[] language sql immutable as $$
  select coalesce(array_agg(distinct appeal.search_key(pair)), '{}') from (select substr(plain, n, 2) as pair from generate_series(1, length(plain) - 1) n) p
  where strpos(pair, ' ') = 0 $$;

create function pg_temp.fours(number text) returns integer[] language sql immutable as $$
  select coalesce(array_agg(distinct appeal.search_key(substr(run[1], n, 4))), '{}') from regexp_matches(replace(number, '-', ''), '[0-9]{4,}', 'g') run,
    generate_series(1, length(run[1]) - 3) n $$;

create temporary table template as
  select t as n, (select string_agg(words || (1 + (random() * 59)::int), '，') from (select words from phrase order by random() + t * 0 limit 12) p) as words
  from generate_series(0, 1999) t;
alter table template add column plain text, add column keys integer[];
update template set plain = regexp_replace(words, '[，]', '', 'g');
update template set keys = pg_temp.pairs(plain);
create unique index on template (n);

create temporary table place as
  select row_number() over (order by id) - 1 as n, id, area, name, lower(regexp_replace(name, '[^[:alnum:]]', '', 'g')) as plain from estate.estate;
create unique index on place (n);
create temporary table unit as select row_number() over (order by id) - 1 as n, id from identity.organisation
  where id in (select lead_id from appeal.appeal where lead_id is not null) or kind in ('CONTRACTOR', 'PROPERTY_MANAGER', 'STREET');
create temporary table class as select row_number() over (order by class_code) - 1 as n, class_code
  from (select distinct class_code from appeal.appeal where class_code is not null) c;

create temporary table made as
  select g, uuidv7(made_at - clock_timestamp()) as id, made_at as received_at, e.id as estate_id, e.area, e.name as estate, e.plain as estate_plain,
    u.id as lead_id, c.class_code, t.words, t.plain, t.keys,
    case when made_at < day - interval '45 days' then 'ARCHIVED' when g % 3 > 0 then 'CLOSED' when g % 2 = 0 then 'HANDLING' else 'REPLIED' end as state,
    'SQ-' || to_char(made_at at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(g::text, 7, '0') as number,
    interval '1 day' * (1 + g % 14) as took, (g % 9) > 0 as content
  from (select g, day, day - interval '1 second' * (:cases - g) * (157680000.0 / :cases) as made_at
      from generate_series(1, :cases) g cross join (select max(received_at) as day from appeal.appeal) d) m
    join place e on e.n = (m.g::bigint * 7919) % (select count(*) from place) join unit u on u.n = (m.g::bigint * 104729) % (select count(*) from unit)
    join class c on c.n = (m.g::bigint * 31) % (select count(*) from class) join template t on t.n = (m.g::bigint * 17) % 2000;

insert into appeal.appeal (id, number, channel, kind, urgency, state, title, words, class_code, class_by, area, estate_id, said_at, received_at,
  lead_id, due_at, due_step, warn_at, replied_at, closed_at, outcome, resolved, satisfied, registered_by, request_key)
select id, number, (array['HOTLINE_12345', 'RESIDENT_PAGE', 'RECEPTION', 'WOODPECKER'])[1 + g % 4], (array['HELP', 'COMPLAINT'])[1 + g % 2],
  'ORDINARY', state, left(words, 20), words, class_code, 'PERSON', area, estate_id, received_at, received_at, lead_id,
  case when state in ('HANDLING', 'REPLIED') then received_at + interval '15 days' end, case when state in ('HANDLING', 'REPLIED') then 'REPLY' end,
  null, case when state <> 'HANDLING' then received_at + took end, case when state in ('CLOSED', 'ARCHIVED') then received_at + took + interval '1 day' end,
  case when state <> 'HANDLING' then 'RESOLVED' end, case when state in ('CLOSED', 'ARCHIVED') then content end,
  case when state in ('CLOSED', 'ARCHIVED') then content end, '00000000-0000-7000-8000-000000000000', 'many-appeals-' || g from made;
insert into appeal.complainant (appeal_id, area, estate_id, kind, name, phone, phone_key, reply_by)
select id, area, estate_id, 'RESIDENT', '居民', '1380000' || lpad((g % 10000)::text, 4, '0'), decode(md5(g::text), 'hex'), 'PHONE' from made;
insert into appeal.clock (id, appeal_id, area, estate_id, round, step, rule_code, rule_version, amount, unit, roll, received_on, started_at, counted_from,
  due_on, due_at, provisional, arithmetic, stopped_at, met)
select uuidv7(received_at - clock_timestamp()), id, area, estate_id, 1, step, 'HOTLINE.' || step, 1, 15, 'CALENDAR_DAYS', 'NONE', received_at::date,
  received_at, received_at::date, (received_at + days)::date, received_at + days, false, (select arithmetic from appeal.clock order by id limit 1),
  case when step = 'ACCEPT' or state <> 'HANDLING' then received_at + least(days, took) end, case when step = 'ACCEPT' or state <> 'HANDLING' then true end
from made cross join (values ('ACCEPT', interval '1 day'), ('REPLY', interval '15 days')) s (step, days);
insert into appeal.entry (id, appeal_id, area, estate_id, at, act, round, from_state, to_state, by_id, by_title, words, visible)
select uuidv7(received_at + interval '1 hour' * at - clock_timestamp()), id, area, estate_id, received_at + interval '1 hour' * at, act, 1, null,
  case when act = 'CONFIRM' then state else act end, '00000000-0000-7000-8000-000000000000', '受理员', '', true
from made cross join (values ('RECEIVE', 0), ('ACCEPT', 1), ('DISPATCH', 2), ('SIGN', 3), ('REPLY', 20), ('CONFIRM', 30)) s (act, at);
create temporary table answered as select m.*, uuidv7(received_at + took - clock_timestamp()) as reply_id from made m where state <> 'HANDLING';
insert into appeal.reply (id, appeal_id, area, estate_id, round, words, outcome, signed_by, signer, signed_at)
select reply_id, id, area, estate_id, 1, '已经派人修好，请您查看。', 'RESOLVED', '00000000-0000-7000-8000-000000000000', '王师傅', received_at + took from answered;
insert into appeal.proof (id, reply_id, appeal_id, area, estate_id, kind, words)
select uuidv7(received_at - clock_timestamp()), reply_id, id, area, estate_id, 'PAPER', '验收单' from answered;
insert into appeal.call_back (id, appeal_id, area, estate_id, round, at, result, resolved, by_id, by_title, by_complainant)
select uuidv7(received_at + took - clock_timestamp()), id, area, estate_id, 1, received_at + took + interval '1 day',
  case when content then 'SATISFIED' else 'UNSATISFIED' end, content, '00000000-0000-7000-8000-000000000000', '回访员', false
from answered where state in ('CLOSED', 'ARCHIVED');
drop index appeal.search_text_keys;
insert into appeal.search_text (appeal_id, area, estate_id, plain, keys)
select id, area, estate_id, lower(replace(number, '-', '')) || ' ' || plain || ' ' || estate_plain,
  keys || pg_temp.pairs(lower(replace(number, '-', ''))) || pg_temp.fours(number) || pg_temp.pairs(estate_plain) from made;
create index search_text_keys on appeal.search_text using gin ((keys || appeal.place_keys(area, estate_id)));
insert into appeal.rated select * from appeal.rating where appeal_id in (select id from made);
drop table answered, made;
reset session_replication_role;
vacuum analyze appeal.appeal;
vacuum analyze appeal.complainant;
vacuum analyze appeal.clock;
vacuum analyze appeal.entry;
vacuum analyze appeal.reply;
vacuum analyze appeal.proof;
vacuum analyze appeal.call_back;
vacuum analyze appeal.search_text;
vacuum analyze appeal.rated;
