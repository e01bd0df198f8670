-- Budgets by works, contract sums, and the ledger of what was valued and paid. All amounts in 元.

-- What a budget drawn from the menu of works gets beside the works; an assumption until the district says its own.
create table programme.budget_rule (
  only_one boolean primary key default true check (only_one),
  preliminaries_percent numeric(5, 2) not null check (preliminaries_percent between 0 and 100),
  preliminaries_activities text not null,
  contingency_percent numeric(5, 2) not null check (contingency_percent between 0 and 100),
  unconfirmed boolean not null,
  source text not null
);
insert into programme.budget_rule (preliminaries_percent, preliminaries_activities, contingency_percent, unconfirmed, source)
values (5, 'P01;P02;P03;P04;P05;P06;P07;P08;C01', 3, true, 'assumption: survey, design, supervision and set-up at 5 % of the works; contingency 3 %');

create table programme.budget (
  id uuid primary key,
  project_id uuid not null references programme.project on delete cascade,
  area text not null,
  version int not null,
  state text not null check (state in ('DRAFT', 'APPROVED', 'SUPERSEDED')),
  contingency_percent numeric(5, 2) not null check (contingency_percent between 0 and 100),
  origin text not null,                -- MENU, WORKBOOK, CARRIED
  note text not null,
  document text not null,              -- by which document it was approved
  revision int not null default 1,     -- of a draft, so that the second who edits is told
  created_at timestamptz not null,
  created_by text not null,
  approved_at timestamptz,
  approved_by text,
  approved_on date,
  unique (project_id, version)
);
create unique index budget_one_draft on programme.budget (project_id) where state = 'DRAFT';
create unique index budget_one_approved on programme.budget (project_id) where state = 'APPROVED';
call database.guard_by_project('programme.budget');

create table programme.budget_line (
  budget_id uuid not null references programme.budget on delete cascade,
  project_id uuid not null,
  area text not null,
  position int not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  work_class text not null check (work_class in ('BASIC', 'IMPROVED', 'ENHANCED', 'OTHER')),
  unit text not null,
  quantity numeric(14, 2) not null check (quantity >= 0),
  unit_cost numeric(14, 2) not null check (unit_cost >= 0),
  activities text not null,            -- codes of the template's activities that do the work, by ';'
  unconfirmed boolean not null,
  source text not null,
  primary key (budget_id, code)
);
call database.guard_by_project('programme.budget_line');

create table programme.contract (
  id uuid primary key,
  project_id uuid not null references programme.project on delete cascade,
  area text not null,
  number text not null,
  name text not null,
  party text not null,
  signed_on date not null,
  amount numeric(14, 2) not null check (amount > 0),
  entered_at timestamptz not null,
  entered_by text not null,
  unique (project_id, number)
);
call database.guard_by_project('programme.contract');

-- Only ever added; a wrong amount is taken back by a negative one.
create table programme.ledger_entry (
  id uuid primary key,
  project_id uuid not null references programme.project on delete cascade,
  area text not null,
  month date not null check (extract(day from month) = 1),
  kind text not null check (kind in ('VALUATION', 'PAYMENT')),
  amount numeric(14, 2) not null check (amount <> 0),
  document text not null,
  note text not null,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by text not null
);
create index ledger_entry_project on programme.ledger_entry (project_id, month, id);
call database.guard_by_project('programme.ledger_entry');
