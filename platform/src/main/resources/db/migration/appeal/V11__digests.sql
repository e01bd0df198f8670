-- Appeals that wait to be read for searching stand in a queue of their own: a mark on the appeal's row was a second version of
-- the whole row, with an entry in each of its ten indexes, for every appeal that came in. No foreign key: what is put down is taken
-- away within seconds, and appeals are never deleted.
create table appeal.undigested (
  appeal_id uuid primary key
);
insert into appeal.undigested (appeal_id) select id from appeal.appeal where not digested;
drop index appeal.appeal_undigested;
alter table appeal.appeal drop column digested;

-- Pairs of characters and numbers are compared for being the same, never put into anybody's order: by bytes that is several
-- times faster than by the rules of a language.
alter table appeal.search_text alter column bigrams type text[] collate "C";
alter table appeal.appeal
  alter column number type text collate "C",
  alter column original_number type text collate "C",
  alter column request_key type text collate "C";

-- All appeals in the order the inbox is read in, the closed ones too.
create index appeal_due on appeal.appeal (coalesce(due_at, 'infinity'), id);
