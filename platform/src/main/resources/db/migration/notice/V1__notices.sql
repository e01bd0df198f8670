-- What modules want people to know, written in the act's own transaction: what is rolled back was never said, what is
-- committed is not lost. Taken apart into messages by the dispatcher, which sees everything.
create table notice.outbox (
  id uuid primary key,
  kind text not null,
  said jsonb not null,                  -- values of the kind's placeholders
  person_id uuid,                       -- to whom: one person, holders of a role, or an address outside
  role text,
  area text,
  of_project uuid,
  address text,
  link text,
  collapse text,                        -- unread messages with the same key become one
  at timestamptz not null,
  taken_at timestamptz,
  check (num_nonnulls(person_id, role, address) = 1)
);
create index outbox_waiting on notice.outbox (id) where taken_at is null;

-- What one person, or one address, is told; the words are those of the day it was said.
create table notice.message (
  id uuid primary key,
  outbox_id uuid not null references notice.outbox (id),
  kind text not null,
  person_id uuid,
  address text,
  title_zh text not null,
  body_zh text not null,
  title_en text not null,
  body_en text not null,
  link text,
  urgent boolean not null,
  collapse text,
  times int not null default 1,
  at timestamptz not null,
  read_at timestamptz,
  check (num_nonnulls(person_id, address) = 1)
);
create index message_person on notice.message (person_id, at desc, id desc);
create index message_unread on notice.message (person_id) where read_at is null;
create unique index message_collapsed on notice.message (person_id, collapse) where read_at is null;

-- A message on its way by one channel; leased while a node hands it over, so that two never do at once.
create table notice.delivery (
  id uuid primary key,
  message_id uuid not null references notice.message (id),
  channel text not null,
  state text not null check (state in ('WAITING', 'DELIVERED', 'FAILED', 'DISMISSED')),
  attempts int not null default 0,
  next_at timestamptz not null,
  leased_until timestamptz,
  error text,
  reason text,
  changed_at timestamptz not null,
  unique (message_id, channel)
);
create index delivery_due on notice.delivery (next_at) where state = 'WAITING';
create index delivery_failed on notice.delivery (id) where state = 'FAILED';

-- Anybody may say something; what was said is read by whom it was said to, and by the system.
alter table notice.outbox enable row level security;
alter table notice.outbox force row level security;
create policy say on notice.outbox for insert with check (true);
create policy scope on notice.outbox using (current_setting('xingfuli.kind', true) = 'SYSTEM');
alter table notice.message enable row level security;
alter table notice.message force row level security;
create policy scope on notice.message
  using (current_setting('xingfuli.kind', true) = 'SYSTEM' or person_id = database.principal());
