-- Who saw which masked value in clear, when, and why. What was seen is not kept, only that it was.
create table identity.reveal (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  at timestamptz not null,
  day date not null,
  subject_type text not null,
  subject_id uuid not null,
  area text not null,
  place text not null,
  fields text[] not null,
  usual text not null,
  reason text not null
);
create index reveal_person on identity.reveal (person_id, day);
create index reveal_at on identity.reveal (at, id);

-- Seen by oneself and by those whose scope reaches where it was; only the auditor has an endpoint for the latter.
alter table identity.reveal enable row level security;
alter table identity.reveal force row level security;
create policy scope on identity.reveal using (database.sees_area(area) or person_id = database.principal());
