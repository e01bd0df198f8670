-- Which transaction wrote a report: whoever keeps what he has read asks only for what was written since. It means nothing in
-- another cluster, so a backup leaves it out and a restored report counts as written by its restoring.
alter table programme.progress_report add column written xid8 not null default pg_current_xact_id();
create index progress_report_written on programme.progress_report (written);
