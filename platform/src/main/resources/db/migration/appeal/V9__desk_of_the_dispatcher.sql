-- Reply templates (答复模板): words with named places that are filled for each case. Every edit is a version that stays; of a
-- template that is used no longer the last version says so. An organisation has its own, and the district has some for all.
create table appeal.reply_template (
  id uuid not null,
  version integer not null check (version > 0),
  organisation_id uuid,                                    -- whose it is; none for all of the district
  name text not null check (length(name) > 0),
  words text not null check (length(words) > 0),
  outcome text not null check (outcome in ('RESOLVED', 'PARTLY', 'PLANNED', 'EXPLAINED', 'REFERRED', 'UNFOUNDED', 'CANNOT')),
  retired boolean not null default false,
  made_at timestamptz not null,
  made_by uuid not null,
  maker text not null,
  primary key (id, version)
);
create index reply_template_organisation on appeal.reply_template (organisation_id);

-- Words of the house, read by whoever answers; nobody reads them without a scope.
alter table appeal.reply_template enable row level security;
alter table appeal.reply_template force row level security;
create policy scope on appeal.reply_template using (
  (select database.reaches_all()) or (select database.principal()) is not null);

-- Saved views (常用视图) of the inbox: what is looked for, and in which order.
create table appeal.saved_view (
  id uuid primary key,
  person_id uuid not null,
  organisation_id uuid,                                    -- whose people see it too, once it is shared
  shared boolean not null default false,
  name text not null check (length(name) > 0),
  wanted jsonb not null,
  made_at timestamptz not null,
  version integer not null default 1,
  check (not shared or organisation_id is not null)
);
create index saved_view_person on appeal.saved_view (person_id);
create index saved_view_shared on appeal.saved_view (organisation_id) where shared;

-- One's own; what colleagues share is read for them by the task that knows who works where.
alter table appeal.saved_view enable row level security;
alter table appeal.saved_view force row level security;
create policy scope on appeal.saved_view using ((select database.reaches_all()) or person_id = (select database.principal()));

-- The inbox in the order it is read: what has no clock stands last. It does all that the index without that order did, so that an
-- intake keeps as many indexes as before. The few emergencies and reopened ones are found without going through all that is open.
create index appeal_inbox on appeal.appeal (coalesce(due_at, 'infinity'), id) where state not in ('CLOSED', 'ARCHIVED');
drop index appeal.appeal_open;
create index appeal_emergency on appeal.appeal (due_at) where urgency = 'EMERGENCY' and state not in ('CLOSED', 'ARCHIVED');
create index appeal_reopened on appeal.appeal (due_at) where round > 1 and state not in ('CLOSED', 'ARCHIVED');
