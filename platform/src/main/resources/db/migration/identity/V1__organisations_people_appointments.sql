-- The organisation tree. District, street and community carry an area code; every other organisation is looked after by
-- the administrators of the nearest area above it (reach).
create table identity.organisation (
  id uuid primary key,
  parent_id uuid references identity.organisation (id),
  kind text not null check (kind in ('DISTRICT', 'STREET', 'COMMUNITY', 'DELIVERY_AGENT', 'CONTRACTOR', 'SUPERVISOR',
    'UTILITY', 'PROPERTY_MANAGER', 'DEPARTMENT')),
  name text not null check (length(name) between 1 and 100),
  area text check (area ~ '^[0-9]{6}([0-9]{3}){0,2}$'),
  reach text not null,
  check ((kind in ('DISTRICT', 'STREET', 'COMMUNITY')) = (area is not null)),
  check ((kind = 'DISTRICT') = (parent_id is null))
);
create unique index organisation_area on identity.organisation (area);
create unique index organisation_name on identity.organisation (parent_id, kind, name);

-- People as the work needs them: a name or role title and a sign-in name; no identity card, no telephone.
-- The password is a hash; null until the person has set one through a one-time link.
create table identity.person (
  id uuid primary key,
  sign_in_name text not null check (sign_in_name ~ '^[a-z0-9][a-z0-9._-]{1,49}$'),
  name text not null check (length(name) between 1 and 50),
  title text not null check (length(title) between 1 and 50),
  organisation_id uuid not null references identity.organisation (id),
  area text not null,
  password_hash text,
  password_changed_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index person_sign_in_name on identity.person (sign_in_name);
create index person_organisation on identity.person (organisation_id);

-- Seen by those whose scope reaches the person's organisation, and by the person.
alter table identity.person enable row level security;
alter table identity.person force row level security;
create policy scope on identity.person using (database.sees_area(area) or id = database.principal());

-- A role with its scope: an area or one project. Revoking keeps the row.
create table identity.appointment (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  role text not null,
  area text check (area ~ '^[0-9]{6}([0-9]{3}){0,2}$'),
  project_id uuid,
  valid_from date not null,
  valid_to date,
  appointed_by uuid not null,
  appointed_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  check ((area is null) <> (project_id is null)),
  check (valid_to is null or valid_to >= valid_from),
  check ((revoked_by is null) = (revoked_at is null))
);
create index appointment_person on identity.appointment (person_id);
-- Separation of administrators: nobody administers people and reads the audit of it, however many act at once.
create unique index appointment_one_hat on identity.appointment (person_id)
  where role in ('ADMINISTRATOR', 'AUDITOR') and revoked_at is null;
create unique index appointment_once on identity.appointment (person_id, role, area, project_id) nulls not distinct
  where revoked_at is null;

alter table identity.appointment enable row level security;
alter table identity.appointment force row level security;
create policy scope on identity.appointment
  using (exists (select from identity.person p where p.id = person_id));
