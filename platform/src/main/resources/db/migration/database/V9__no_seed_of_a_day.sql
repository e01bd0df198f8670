-- A day carries no seed: the year of the simulated people belongs to the drill that plays it, and nothing ever
-- wrote or read the column. Its check goes with it, and comes back without it.
alter table database.business_day drop column seed;
alter table database.business_day
  add constraint business_day_plays_only_a_demo
    check (first_day is not null or (days_per_minute is null and until is null));
