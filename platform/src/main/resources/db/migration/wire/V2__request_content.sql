-- What a request asked for, as a hash, so that its key cannot stand for anything else; null for those answered before. See RequestContent.
alter table wire.request add column content text;
