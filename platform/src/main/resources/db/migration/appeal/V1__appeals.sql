-- Appeals (诉求) of all channels. What somebody said stands here; who said it stands apart, in appeal.complainant.
create table appeal.appeal (
  id uuid primary key,
  number text not null unique,
  channel text not null check (channel in ('HOTLINE_12345', 'WOODPECKER', 'RECEPTION', 'RESIDENT_PAGE', 'LETTER', 'VISIT',
    'PHONE', 'OPEN311', 'GRID_WORKER')),
  original_number text,                                    -- as the channel numbers it
  kind text not null check (kind in ('CONSULTATION', 'HELP', 'COMPLAINT', 'SUGGESTION', 'REPORT', 'PETITION')),
  urgency text not null check (urgency in ('EMERGENCY', 'URGENT', 'ORDINARY')),
  state text not null check (state in ('RECEIVED', 'ACCEPTED', 'DISPATCHED', 'HANDLING', 'PAUSED', 'REPLIED', 'REOPENED',
    'MERGED', 'CLOSED', 'ARCHIVED')),
  title text not null,
  words text not null,
  class_code text,
  class_by text check (class_by in ('PERSON', 'COMPLAINANT', 'RULE', 'MODEL')),
  confidential boolean not null default false,
  area text not null,
  estate_id uuid,
  building_id uuid,
  building text,
  stairwell integer,
  place text,                                              -- where it is, as it was said
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  said_at timestamptz not null,                            -- to the channel
  received_at timestamptz not null,                        -- by us
  lead_id uuid,                                            -- organisation that answers for it
  handler_id uuid,                                         -- who signed for it there
  round integer not null default 1,                        -- 1, and one more for every reopening
  merged_into uuid references appeal.appeal (id),
  split_from uuid references appeal.appeal (id),
  escalation integer not null default 0 check (escalation between 0 and 3),
  due_at timestamptz,                                      -- of the open clock that ends first
  due_step text,
  warn_at timestamptz,
  replied_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('RESOLVED', 'PARTLY', 'PLANNED', 'EXPLAINED', 'REFERRED', 'UNFOUNDED', 'CANNOT')),
  resolved boolean,                                        -- the complainant's word at the last call-back
  satisfied boolean,
  registered_by uuid not null,                             -- person, or key of a machine
  request_key text,                                        -- the id the sender gave its request
  digested boolean not null default false,                 -- read for searching and routing, a moment after it came
  version integer not null default 1
);
create unique index appeal_original on appeal.appeal (channel, original_number) where original_number is not null;
create unique index appeal_request on appeal.appeal (registered_by, request_key) where request_key is not null;
create index appeal_open on appeal.appeal (due_at, id) where state not in ('CLOSED', 'ARCHIVED');
create index appeal_open_lead on appeal.appeal (lead_id, due_at) where state not in ('CLOSED', 'ARCHIVED');
create index appeal_estate on appeal.appeal (estate_id, id) where estate_id is not null;
create index appeal_area on appeal.appeal (area, id);
create index appeal_merged on appeal.appeal (merged_into) where merged_into is not null;
create index appeal_undigested on appeal.appeal (id) where not digested;
create index appeal_received on appeal.appeal (received_at);
call database.guard_by_estate('appeal.appeal');

-- The last number given on a day.
create table appeal.day_number (
  day date primary key,
  last integer not null
);

-- Who appealed: personal data, kept apart so that no other query meets it; erased when retention ends.
create table appeal.complainant (
  appeal_id uuid primary key references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  kind text not null check (kind in ('RESIDENT', 'MERCHANT', 'ORGANISATION', 'ANONYMOUS')),
  name text,
  phone text,
  door text,
  phone_key bytea,                                         -- keyed hash: recognises a number without telling it
  reply_by text not null check (reply_by in ('PHONE', 'MESSAGE', 'PAGE', 'LETTER', 'NONE')),
  consent_at timestamptz,
  erased_at timestamptz
);
create index complainant_phone on appeal.complainant (phone_key) where phone_key is not null;
call database.guard_by_estate('appeal.complainant');

-- The timeline: every act, in the order it was done.
create table appeal.entry (
  id uuid primary key,
  appeal_id uuid not null references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  at timestamptz not null,
  act text not null,
  round integer not null,
  from_state text,
  to_state text not null,
  by_id uuid not null,
  by_title text not null,
  unit_id uuid,
  words text not null default '',
  visible boolean not null,                                -- the complainant reads it too
  facts jsonb not null default '{}'
);
create index entry_appeal on appeal.entry (appeal_id, id);
call database.guard_by_estate('appeal.entry');

-- Units that help the lead one.
create table appeal.support (
  appeal_id uuid not null references appeal.appeal (id),
  organisation_id uuid not null,
  area text not null,
  estate_id uuid,
  asked text not null,
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  primary key (appeal_id, organisation_id)
);
create index support_organisation on appeal.support (organisation_id);
call database.guard_by_estate('appeal.support');

-- What was answered, signed by a person.
create table appeal.reply (
  id uuid primary key,
  appeal_id uuid not null references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  round integer not null,
  words text not null check (length(words) > 0),
  outcome text not null,
  signed_by uuid not null,
  signer text not null,
  signed_at timestamptz not null,
  with_lead boolean not null default false,                -- said with the reply of the appeal it was merged into
  unique (appeal_id, round)
);
call database.guard_by_estate('appeal.reply');

-- What shows that the outcome is so: a photo, a paper, a finished activity, or the complainant's own word at the desk.
create table appeal.proof (
  id uuid primary key,
  reply_id uuid not null references appeal.reply (id),
  appeal_id uuid not null references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  kind text not null check (kind in ('EVIDENCE', 'ACTIVITY', 'PAPER', 'OWN_WORD')),
  evidence_id uuid,
  activity_id uuid,
  words text not null default '',
  check (kind <> 'EVIDENCE' or evidence_id is not null),
  check (kind <> 'ACTIVITY' or activity_id is not null),
  check (kind not in ('PAPER', 'OWN_WORD') or length(words) > 0)
);
create index proof_appeal on appeal.proof (appeal_id);
call database.guard_by_estate('appeal.proof');

create table appeal.call_back (
  id uuid primary key,
  appeal_id uuid not null references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  round integer not null,
  at timestamptz not null,
  result text not null check (result in ('SATISFIED', 'UNSATISFIED', 'UNREACHED')),
  resolved boolean,
  words text not null default '',
  by_id uuid not null,
  by_title text not null,
  by_complainant boolean not null,
  recheck boolean not null default false                   -- drawn at random after closing
);
create index call_back_appeal on appeal.call_back (appeal_id, id);
call database.guard_by_estate('appeal.call_back');

-- More time, asked for before the time is over.
create table appeal.extension (
  id uuid primary key,
  appeal_id uuid not null references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  round integer not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  reason text not null,
  days integer not null check (days > 0),
  decided_by uuid,
  decided_at timestamptz,
  granted boolean
);
create unique index extension_open on appeal.extension (appeal_id) where decided_at is null;
call database.guard_by_estate('appeal.extension');

-- What an appeal is about, beside its place.
create table appeal.link (
  appeal_id uuid not null references appeal.appeal (id),
  kind text not null check (kind in ('PROJECT', 'ACTIVITY', 'WORK', 'OUTAGE', 'HAZARD')),
  target_id uuid not null,
  area text not null,
  estate_id uuid,
  words text not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (appeal_id, kind, target_id)
);
create index link_target on appeal.link (kind, target_id);
call database.guard_by_estate('appeal.link');

-- The words of an appeal for searching; written a moment after it was received.
create table appeal.search_text (
  appeal_id uuid primary key references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  plain text not null,
  bigrams text[] not null
);
create index search_text_bigrams on appeal.search_text using gin (bigrams);
alter table appeal.search_text alter column bigrams set statistics 1000;
call database.guard_by_estate('appeal.search_text');

-- Text search under row-level security, as estate's: the function tests the caller's scope itself.
create function appeal.search(wanted text[], patterns text[], most integer)
returns table (id uuid) language plpgsql stable security definer rows 100
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  everything boolean := database.reaches_all();
  areas text[] := database.reached_areas();
  estates uuid[] := database.reached_estates();
begin
  return query select s.appeal_id from appeal.search_text s
    where cardinality(wanted) > 0 and s.bigrams @> wanted and s.plain like all (patterns)
      and (everything or s.area = any (areas) or left(s.area, 9) = any (areas) or left(s.area, 6) = any (areas)
        or s.estate_id = any (estates))
    order by s.appeal_id desc limit most;
end $$;
revoke execute on function appeal.search from public;
grant execute on function appeal.search to ${application};

-- The last line of the promise 件件有回音、事事有着落: whatever endpoint or job asks, nothing closes without a signed reply
-- and proof of its outcome in the same round.
create function appeal.closes_with_reply_and_proof() returns trigger language plpgsql as $$
begin
  if new.state in ('CLOSED', 'ARCHIVED') and old.state not in ('CLOSED', 'ARCHIVED') and not exists (
    select from appeal.reply r join appeal.proof p on p.reply_id = r.id
    where r.appeal_id = new.id and r.round = new.round) then
    raise exception 'an appeal closes with a reply and proof, and % has none', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger closes_with_reply_and_proof before update of state on appeal.appeal
  for each row execute function appeal.closes_with_reply_and_proof();
create function appeal.begins_open() returns trigger language plpgsql as $$
begin
  if new.state in ('CLOSED', 'ARCHIVED') then
    raise exception 'an appeal begins open' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger begins_open before insert on appeal.appeal for each row execute function appeal.begins_open();
