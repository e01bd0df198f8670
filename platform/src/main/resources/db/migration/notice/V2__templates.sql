-- The words of each kind of notice; a change is a new version, and what was said stays as it was said.
create table notice.template (
  kind text not null,
  version int not null,
  title_zh text not null,
  body_zh text not null,
  title_en text not null,
  body_en text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (kind, version)
);
revoke update, delete on notice.template from ${application};

-- When nobody is disturbed by what can wait; equal times: never. An assumption until somebody confirms it.
create table notice.quiet_hours (
  one boolean primary key default true check (one),
  begins time not null,
  ends time not null,
  source text not null,
  unconfirmed boolean not null,
  version int not null default 1
);
insert into notice.quiet_hours (begins, ends, source, unconfirmed)
  values ('21:00', '07:30', '常见做法，待街道确认 / common practice, to be confirmed', true);
