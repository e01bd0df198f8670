-- What a sender's request asked for, as a keyed hash: the same key with other content is refused, also after the case was corrected.
alter table appeal.appeal add column request_hash bytea;
