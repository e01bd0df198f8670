-- What the rates of appeals walk along: replies by the day they were due and by the day they were signed, and cases by the day
-- they were closed. Nothing new is kept: a rate is counted from the cases each time it is asked for.
create index clock_reply_due on appeal.clock (due_at) include (id, appeal_id, round, paused_at) where step = 'REPLY';
create index clock_reply on appeal.clock (appeal_id, round, id) where step = 'REPLY';
create index reply_signed on appeal.reply (signed_at) include (appeal_id, round, outcome);
create index appeal_closed on appeal.appeal (closed_at) where closed_at is not null;
create index entry_returned on appeal.entry (appeal_id) where act = 'RETURN';
