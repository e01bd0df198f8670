-- One rule says what is small and easy, for estates and for the projects of a programme: the limits the programme used to
-- keep for itself (docs/decisions/0012-size-class.md). Estates of before are classed anew by it, once.
alter table estate.size_rule add column max_households integer not null default 400;
alter table estate.size_rule alter column max_households drop default;
update estate.size_rule set max_illegal_structures = 120,
  source = 'assumption: about half the reference estate of 22 buildings, 736 households and 220 illegal structures';
update estate.estate e set size_class = case
    when e.buildings between 1 and r.max_buildings and e.households <= r.max_households
      and e.roof_structures + e.ground_structures <= r.max_illegal_structures then 'SMALL_AND_EASY'
    else 'REGULAR' end
from estate.size_rule r where not e.size_class_chosen;
