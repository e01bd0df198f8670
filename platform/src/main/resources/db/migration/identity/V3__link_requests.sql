-- An administrator wants a link for an auditor's password; it is made when a second one asks for it too.
create table identity.link_request (
  person_id uuid primary key references identity.person (id),
  asked_by uuid not null,
  asked_at timestamptz not null
);

alter table identity.link_request enable row level security;
alter table identity.link_request force row level security;
create policy scope on identity.link_request
  using (exists (select from identity.person p where p.id = person_id));
