-- What others need of an organisation: which service a utility runs, whom to ask, where to call. A closed one is kept for
-- what it has done; nobody is put there any more.
alter table identity.organisation
  add column service text check (service in ('WATER', 'POWER', 'GAS', 'TELECOM')),
  add column contact text check (length(contact) between 1 and 50),
  add column phone text check (phone ~ '^[0-9+][0-9 -]{4,19}$'),
  add column address text check (length(address) between 1 and 200),
  add column closed_at timestamptz,
  add check (service is null or kind = 'UTILITY');
drop index identity.organisation_name;
create unique index organisation_name on identity.organisation (parent_id, kind, name) where closed_at is null;

-- Where messages of the platform reach the person at work; shown masked.
alter table identity.person add column phone text check (phone ~ '^[0-9+][0-9 -]{4,19}$');

-- A deputy holds the office of another between two days: a row of its own with the same role and scope, so that whatever
-- asks who may do something, also the wall between the hats, sees it like any other. What ran out by its day is closed by
-- a job (ended_at), so that the same office can be given again.
alter table identity.appointment
  add column acting_for uuid references identity.appointment (id),
  add column ended_at timestamptz,
  add check (acting_for is null or valid_to is not null),
  add check (acting_for <> id);
create index appointment_acting_for on identity.appointment (acting_for) where acting_for is not null;
create index appointment_valid_to on identity.appointment (valid_to)
  where valid_to is not null and revoked_at is null and ended_at is null;

-- Three hats, never two on one head: who opens accounts, who grants rights, who reads what both have done. An office held
-- for another counts as well, and so does one that begins later.
drop index identity.appointment_one_hat;
create unique index appointment_one_hat on identity.appointment (person_id)
  where role in ('ADMINISTRATOR', 'SECURITY_OFFICER', 'AUDITOR') and revoked_at is null and ended_at is null;
drop index identity.appointment_once;
create unique index appointment_once on identity.appointment (person_id, role, area, project_id) nulls not distinct
  where revoked_at is null and ended_at is null and acting_for is null;
create unique index appointment_acting_once on identity.appointment (person_id, acting_for)
  where revoked_at is null and ended_at is null and acting_for is not null;

-- The first of those who open accounts and the first of those who grant rights each come by a link of their own.
alter table identity.one_time_link
  drop constraint one_time_link_purpose_check,
  add constraint one_time_link_purpose_check
    check (purpose in ('FIRST_ADMINISTRATOR', 'FIRST_SECURITY_OFFICER', 'SET_PASSWORD'));
