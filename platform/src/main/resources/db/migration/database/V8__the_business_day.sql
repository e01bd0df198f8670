-- The business day all nodes share, and how far the modules have been told that days passed. A real installation writes down
-- the day it told of last; a demo's clock stands at the day until somebody moves it.
create table database.business_day (
  one boolean primary key default true check (one),
  today date not null,
  round int not null default 1,          -- goes up when a demo is set back: a day may then pass once more
  version bigint not null default 1,     -- goes up with every change, so that no node takes an old one for news
  -- Of a demo only.
  first_day date,                        -- where it begins, and may be set back to
  days_per_minute int check (days_per_minute > 0),  -- while it plays, else null
  until date,                            -- the day at which playing ends
  seed bigint,                           -- of the year its people live while it plays; null: the days pass, and nobody acts
  moved_at timestamptz not null,         -- system time
  check (first_day is not null or (days_per_minute is null and until is null and seed is null)),
  check (first_day <= today)
);
