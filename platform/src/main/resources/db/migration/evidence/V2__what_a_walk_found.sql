-- What a walk over all evidence found, an item a row: the list is read page by page and nothing of it is cut off.
create table evidence.verification_fault (
  verification_id uuid not null references evidence.verification (id) on delete cascade,
  number integer not null,
  item_id uuid not null,
  findings text[] not null,
  link bigint not null,
  recorded_at timestamptz,
  primary key (verification_id, number)
);

select set_config('xingfuli.kind', 'SYSTEM', true);
insert into evidence.verification_fault (verification_id, number, item_id, findings, link, recorded_at)
select v.id, f.number, (f.fault ->> 'id')::uuid, array(select jsonb_array_elements_text(f.fault -> 'findings')),
  coalesce((f.fault ->> 'link')::bigint, 0), (f.fault ->> 'recordedAt')::timestamptz
from evidence.verification v, jsonb_array_elements(v.faults::jsonb) with ordinality as f (fault, number);
alter table evidence.verification drop column faults;

-- A walk goes over the whole district whoever began it, so whoever reaches a whole district sees when the last one was and
-- what it found: two auditors share the duty. Streets, communities and projects still see none but their own.
drop policy scope on evidence.verification;
create policy scope on evidence.verification using (
  (select database.reaches_all()) or started_by = (select database.principal())
  or (select exists (select from unnest(database.reached_areas()) as area where length(area) = 6)));

alter table evidence.verification_fault enable row level security;
alter table evidence.verification_fault force row level security;
create policy scope on evidence.verification_fault
  using (exists (select from evidence.verification v where v.id = verification_id));
