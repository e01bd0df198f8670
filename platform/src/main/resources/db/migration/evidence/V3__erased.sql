-- What was evidence of nothing but what is erased is erased too: the row stays with its seal, without what is said and where it was, and
-- its file goes a little later, unless another item has the same one.
alter table evidence.item add column erased_at timestamptz, add column file_erased_at timestamptz;
create index item_to_erase on evidence.item (hash) where erased_at is not null and file_erased_at is null;
