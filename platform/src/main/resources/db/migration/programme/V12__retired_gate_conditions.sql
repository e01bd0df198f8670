-- A condition nobody asks for any more is retired and not deleted: what was stated of it, and the gates passed with it, stay.
alter table programme.gate_condition add column retired_on date;   -- business date; absent while it is asked for
