-- What the security administrator sets: how long personal data is kept, and how often a masked value may be seen in clear.
-- Nothing here is stated by a text we hold, so every value carries its source and is marked until somebody confirms it.
create table identity.security_rule (
  code text primary key,
  value integer not null,
  unit text not null check (unit in ('DAYS', 'TIMES_A_DAY', 'LETTERS', 'SECONDS')),
  least integer not null,
  most integer not null,
  unconfirmed boolean not null,
  source text not null,
  version integer not null default 1,
  check (value between least and most)
);
insert into identity.security_rule (code, value, unit, least, most, unconfirmed, source) values
  ('RETAIN_DISABLED_PERSON', 1095, 'DAYS', 180, 3650, true,
    'assumption: three years of accountability after leaving; 网络安全法 art. 21 asks for at least six months of logs'),
  ('RETAIN_OWNER', 1825, 'DAYS', 365, 7300, true,
    'assumption: the five years of the roof warranty (建设工程质量管理条例 art. 40) after the household was put on record'),
  ('RETAIN_SIGN_IN_ATTEMPT', 2, 'DAYS', 2, 180, false, 'the lock-out forgets after 48 hours'),
  ('RETAIN_ONE_TIME_LINK', 180, 'DAYS', 60, 1095, true,
    'assumption: six months like other logs; who made whom a link counts for 30 days'),
  ('RETAIN_LINK_REQUEST', 30, 'DAYS', 2, 180, true, 'assumption: a request waits 24 hours and is of no use afterwards'),
  ('RETAIN_REVEAL', 1095, 'DAYS', 180, 3650, true, 'assumption: as long as the account of who looked'),
  ('REVEALS_A_DAY', 30, 'TIMES_A_DAY', 1, 500, true, 'assumption: a day of visits in one stairwell'),
  ('REVEAL_REASON', 6, 'LETTERS', 2, 100, true, 'assumption: a reason in words, not a mark'),
  ('REVEAL_SHOWN', 60, 'SECONDS', 10, 600, true, 'assumption: long enough to dial a number');

-- Every night's proof of what was erased: how much, and that nothing was left.
create table identity.erasure (
  id uuid primary key,
  rule text not null,
  at timestamptz not null,
  before timestamptz not null,
  erased bigint not null check (erased >= 0),
  remaining bigint not null check (remaining >= 0)
);
create index erasure_rule on identity.erasure (rule, at);

-- A disabled person whose names were erased; the row stays, since acts refer to it.
alter table identity.person add column erased_at timestamptz;
