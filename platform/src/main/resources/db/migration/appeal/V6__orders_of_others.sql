-- An order that another system sent (12345, Woodpecker) and the revision of it that its appeal stands for. Orders come twice, late
-- and in any order; the highest revision holds.
create table appeal.sent_order (
  channel text not null check (channel in ('HOTLINE_12345', 'WOODPECKER')),
  original_number text not null,
  appeal_id uuid not null unique references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  revision integer not null check (revision > 0),
  content_hash bytea not null,                             -- keyed: it holds a telephone number
  taken_at timestamptz not null,
  primary key (channel, original_number)
);
create index sent_order_estate on appeal.sent_order (estate_id) where estate_id is not null;
call database.guard_by_estate('appeal.sent_order');

-- What a client of Open311 said of its request beside the appeal, and is told again.
create table appeal.open311_request (
  appeal_id uuid primary key references appeal.appeal (id),
  area text not null,
  estate_id uuid,
  service_code text not null,
  address_id text,
  media_url text,
  account_id text,
  sent_by uuid not null,                                   -- whose key it was
  requested_at timestamptz not null
);
create index open311_requested on appeal.open311_request (requested_at, appeal_id);
create index open311_service on appeal.open311_request (service_code, requested_at);
call database.guard_by_estate('appeal.open311_request');
