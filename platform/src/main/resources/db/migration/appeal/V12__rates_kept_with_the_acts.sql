-- How every round of an appeal that was answered or closed stands in the rates, kept by the database with the acts themselves:
-- counted anew from the files, the rates of a year over a million appeals took seconds. What is due and not answered is not here,
-- because how it stands changes with the hour; it is counted from the running clocks.
create table appeal.rated (
  appeal_id uuid not null,
  round integer not null,
  area text collate "C" not null,
  estate_id uuid,
  lead_id uuid,
  class_code text collate "C",
  due_at timestamptz,                                      -- of its reply; null where no limit held
  on_time text collate "C",
  signed_at timestamptz,
  resolved text collate "C",
  satisfied text collate "C",
  closed_at timestamptz,                                   -- only in the round it was closed in
  first_contact text collate "C",
  reopened text collate "C",
  primary key (appeal_id, round)
);
call database.guard_by_estate('appeal.rated');

-- The definition of the rates (AppealRate, RateStanding), read from the files: appeal.rated holds its rows, no more and no less.
create view appeal.rating with (security_invoker = true) as
select a.id as appeal_id, n.round, a.area, a.estate_id, a.lead_id, a.class_code,
  c.due_at, case when r.signed_at <= c.due_at then 'COUNTED' when c.due_at is not null then 'MISSED' end as on_time,
  r.signed_at, w.resolved, w.satisfied,
  f.closed_at, f.first_contact, f.reopened
from appeal.appeal a cross join lateral generate_series(1, a.round) n (round)
  left join appeal.reply r on r.appeal_id = a.id and r.round = n.round
  left join lateral (select k.due_at, k.stopped_at from appeal.clock k
    where k.appeal_id = a.id and k.round = n.round and k.step = 'REPLY' order by k.id desc limit 1) c on c.stopped_at is not null
  left join lateral (select b.result, b.resolved from appeal.call_back b
    where b.appeal_id = a.id and b.round = n.round and not b.recheck and b.result <> 'UNREACHED'
    order by b.at desc, b.id desc limit 1) last on r.id is not null
  left join lateral (select case when r.outcome = 'REFERRED' then 'REFERRED'
      when exists (select from appeal.complainant p where p.appeal_id = a.id and p.kind = 'ANONYMOUS' and p.phone_key is null)
        then 'NO_TELEPHONE'
      when exists (select from appeal.call_back t where t.appeal_id = a.id and t.round = n.round and t.result = 'UNREACHED')
        then 'NOT_REACHED' else 'WAITING' end as else_than_said) e on r.id is not null
  left join lateral (select
      case when r.outcome = 'REFERRED' or last.resolved is null then e.else_than_said
        when last.resolved then 'COUNTED' else 'MISSED' end as resolved,
      case when r.outcome = 'REFERRED' or last.result is null then e.else_than_said
        when last.result = 'SATISFIED' then 'COUNTED' else 'MISSED' end as satisfied) w on r.id is not null
  left join lateral (select a.closed_at,
      case when a.outcome = 'REFERRED' then 'REFERRED' when a.satisfied is null then 'NOT_REACHED'
        when a.round = 1 and not exists (select from appeal.entry t where t.appeal_id = a.id and t.act = 'RETURN') then 'COUNTED'
        else 'MISSED' end as first_contact,
      case when a.round > 1 then 'COUNTED' else 'MISSED' end as reopened) f on n.round = a.round and a.closed_at is not null
where r.id is not null or c.due_at is not null or f.closed_at is not null;

-- By the owner of the table, and by nobody else: a figure cannot be written without its act.
create function appeal.rate(appeal uuid) returns void language sql security definer set search_path = '' as $$
  insert into appeal.rated select * from appeal.rating where appeal_id = appeal
  on conflict (appeal_id, round) do update set area = excluded.area, estate_id = excluded.estate_id, lead_id = excluded.lead_id,
    class_code = excluded.class_code, due_at = excluded.due_at, on_time = excluded.on_time, signed_at = excluded.signed_at,
    resolved = excluded.resolved, satisfied = excluded.satisfied, closed_at = excluded.closed_at,
    first_contact = excluded.first_contact, reopened = excluded.reopened
$$;
revoke execute on function appeal.rate(uuid) from public;
revoke insert, update, delete on appeal.rated from ${application};

create function appeal.rate_appeal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.closed_at is not null or exists (select from appeal.rated r where r.appeal_id = new.id) then
    perform appeal.rate(new.id);
  end if;
  return null;
end $$;
create function appeal.rate_its_appeal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform appeal.rate(new.appeal_id);
  return null;
end $$;
revoke execute on function appeal.rate_appeal(), appeal.rate_its_appeal() from public;
create trigger rated after update on appeal.appeal for each row
  when ((old.area, old.estate_id, old.lead_id, old.class_code, old.round, old.closed_at, old.outcome, old.satisfied)
    is distinct from (new.area, new.estate_id, new.lead_id, new.class_code, new.round, new.closed_at, new.outcome, new.satisfied))
  execute function appeal.rate_appeal();
create trigger rated after insert on appeal.reply for each row execute function appeal.rate_its_appeal();
create trigger rated after insert on appeal.call_back for each row execute function appeal.rate_its_appeal();
create trigger rated after update on appeal.clock for each row
  when (new.step = 'REPLY' and new.stopped_at is not null and (old.due_at, old.stopped_at) is distinct from (new.due_at, new.stopped_at))
  execute function appeal.rate_its_appeal();
create trigger rated after update on appeal.complainant for each row
  when ((old.kind, old.phone_key) is distinct from (new.kind, new.phone_key)) execute function appeal.rate_its_appeal();

insert into appeal.rated select * from appeal.rating;
create index rated_due on appeal.rated (due_at) include (on_time, area, estate_id, lead_id, class_code, appeal_id, round)
  where due_at is not null;
create index rated_signed on appeal.rated (signed_at) include (resolved, satisfied, area, estate_id, lead_id, class_code, appeal_id, round)
  where signed_at is not null;
create index rated_closed on appeal.rated (closed_at)
  include (first_contact, reopened, area, estate_id, lead_id, class_code, appeal_id, round) where closed_at is not null;

-- What the rates walked along before; the running clocks are found by their end, whether they stand or not.
drop index appeal.clock_reply_due;
drop index appeal.clock_reply;
drop index appeal.reply_signed;
drop index appeal.clock_due;
create index clock_due on appeal.clock (due_at) where stopped_at is null;
