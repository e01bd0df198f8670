package org.xingfuli.appeal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Channel;
import tools.jackson.databind.json.JsonMapper;

/** Writes many new appeals in one statement a table: what a burst of calls costs is then the commit, once. */
@Component
public class IntakeStore {

  /** An appeal that is there already, and by what it was known. */
  public record Known(UUID id, String number, Instant receivedAt, UUID registeredBy, @Nullable String requestKey, Channel channel,
      @Nullable String originalNumber, byte @Nullable [] requestHash) {}

  /** How a request or an order of another system names an appeal. */
  public record Names(UUID registeredBy, @Nullable String requestKey, Channel channel, @Nullable String originalNumber) {}

  /** Who appealed, as a row. */
  public record ComplainantRow(UUID appeal_id, String area, @Nullable UUID estate_id, String kind, @Nullable String name,
      @Nullable String phone, @Nullable String door, @Nullable String phone_key, String reply_by, @Nullable Instant consent_at) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  IntakeStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Those of the names that stand for an appeal already. */
  public List<Known> known(Collection<Names> names) {
    var keyed = names.stream().filter(name -> name.requestKey() != null).toList();
    var numbered = names.stream().filter(name -> name.originalNumber() != null).toList();
    if (keyed.isEmpty() && numbered.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("""
            select id, number, received_at, registered_by, request_key, channel, original_number, request_hash from appeal.appeal
            where (registered_by, request_key) in (select * from unnest(cast(:by as uuid[]), cast(:keys as text[])))
            union
            select id, number, received_at, registered_by, request_key, channel, original_number, request_hash from appeal.appeal
            where (channel, original_number) in (select * from unnest(cast(:channels as text[]), cast(:numbers as text[])))""")
        .param("by", keyed.stream().map(Names::registeredBy).toArray(UUID[]::new))
        .param("keys", keyed.stream().map(Names::requestKey).toArray(String[]::new))
        .param("channels", numbered.stream().map(name -> name.channel().name()).toArray(String[]::new))
        .param("numbers", numbered.stream().map(Names::originalNumber).toArray(String[]::new))
        .query((row, n) -> new Known(Fields.id(row, "id"), row.getString("number"), Fields.instant(row, "received_at"),
            Fields.id(row, "registered_by"), row.getString("request_key"), Channel.valueOf(row.getString("channel")),
            row.getString("original_number"), row.getBytes("request_hash")))
        .list();
  }

  /** The last of so many numbers of the day, given to nobody else. */
  public int numbers(LocalDate day, int many) {
    return jdbc.sql("""
            insert into appeal.day_number as d (day, last) values (:day, :many)
            on conflict (day) do update set last = d.last + :many returning last""")
        .param("day", day).param("many", many).query(Integer.class).single();
  }

  /** Writes them, and answers the ids of those that were written: what came twice at one moment stands once. */
  public Set<UUID> insert(List<Taken> taken) {
    return new HashSet<>(jdbc.sql("""
            with written as (
            insert into appeal.appeal (id, number, channel, original_number, kind, urgency, state, title, words, class_code,
              class_by, confidential, area, estate_id, building_id, building, stairwell, place, latitude, longitude, said_at,
              received_at, registered_by, request_key, request_hash, split_from, due_at, due_step, warn_at)
            select r.id, r.number, r.channel, r.original_number, r.kind, r.urgency, r.state, r.title, r.words, r.class_code,
              r.class_by, r.confidential, r.area, r.estate_id, r.building_id, r.building, r.stairwell, r.place, r.latitude,
              r.longitude, r.said_at, r.received_at, r.registered_by, r.request_key, decode(r.request_hash, 'hex'),
              r.split_from, r.due_at, r.due_step,
              r.warn_at
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, number text, channel text, original_number text,
              kind text, urgency text, state text, title text, words text, class_code text, class_by text, confidential boolean,
              area text, estate_id uuid, building_id uuid, building text, stairwell integer, place text, latitude numeric,
              longitude numeric, said_at timestamptz, received_at timestamptz, registered_by uuid, request_key text,
              request_hash text, split_from uuid, due_at timestamptz, due_step text, warn_at timestamptz)
            on conflict do nothing returning id, estate_id),
            undigested as (insert into appeal.undigested (appeal_id) select id from written),
            unexplained as (insert into appeal.unexplained (appeal_id) select id from written where estate_id is not null)
            select id from written""")
        .param("rows", json.writeValueAsString(taken.stream().map(Taken::row).toList()))
        .query((row, n) -> Fields.id(row, "id")).list());
  }

  public void complainants(List<ComplainantRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql("""
            insert into appeal.complainant (appeal_id, area, estate_id, kind, name, phone, door, phone_key, reply_by, consent_at)
            select r.appeal_id, r.area, r.estate_id, r.kind, r.name, r.phone, r.door, decode(r.phone_key, 'hex'), r.reply_by,
              r.consent_at
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (appeal_id uuid, area text, estate_id uuid, kind text, name text,
              phone text, door text, phone_key text, reply_by text, consent_at timestamptz)""")
        .param("rows", json.writeValueAsString(rows)).update();
  }
}
