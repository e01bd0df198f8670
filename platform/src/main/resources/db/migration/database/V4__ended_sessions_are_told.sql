-- A session ends in many ways (signing out, another password, a disabled account, time) and on any node. Whoever holds
-- something open for it, such as a stream, learns of all of them with the commit; the text is the person, not the secret.

create function database.tell_session_ended() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('database.session-ended', old.principal_name);
  return null;
end $$;

create trigger session_ended after delete on database.spring_session
for each row when (old.principal_name is not null) execute function database.tell_session_ended();
