-- Spring Modulith's event publication registry, as shipped with 2.1 (schemas/v2/schema-postgresql.sql).
create table database.event_publication (
  id uuid not null primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash_idx on database.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on database.event_publication (completion_date);

-- db-scheduler's tasks, as shipped with 16.12.
create table database.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on database.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on database.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_execution_time on database.scheduled_tasks (priority desc, execution_time asc);

-- Spring Session's sessions, as shipped with 4.1: any node serves anyone.
create table database.spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index spring_session_ix1 on database.spring_session (session_id);
create index spring_session_ix2 on database.spring_session (expiry_time);
create index spring_session_ix3 on database.spring_session (principal_name);

create table database.spring_session_attributes (
  session_primary_id char(36) not null references database.spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
