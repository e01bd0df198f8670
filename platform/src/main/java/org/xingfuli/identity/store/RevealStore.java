package org.xingfuli.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.RevealReason;

/** Looks at values in clear; those where the scope reaches, and one's own. */
@Component
public class RevealStore {

  private final JdbcClient jdbc;

  RevealStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One look: who, when, at what, and why. */
  public record Look(UUID id, UUID personId, Instant at, String subjectType, UUID subjectId, String area, String place,
      SortedSet<String> fields, RevealReason usual, String reason) {}

  public void insert(Look look, LocalDate day) {
    jdbc.sql("""
            insert into identity.reveal (id, person_id, at, day, subject_type, subject_id, area, place, fields, usual, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(look.id(), look.personId(), Timestamp.from(look.at()), day, look.subjectType(), look.subjectId(),
            look.area(), look.place(), look.fields().toArray(String[]::new), look.usual().name(), look.reason())
        .update();
  }

  /** How often the person has looked on the day. */
  public int count(UUID person, LocalDate day) {
    return jdbc.sql("select count(*) from identity.reveal where person_id = ? and day = ?")
        .params(person, day).query(Integer.class).single();
  }

  /** The latest first, before the given one. */
  public List<Look> page(@Nullable UUID person, @Nullable UUID before, int limit) {
    return jdbc.sql("""
            select id, person_id, at, subject_type, subject_id, area, place, fields, usual, reason from identity.reveal
            where (cast(:person as uuid) is null or person_id = :person) and (cast(:before as uuid) is null or id < :before)
            order by id desc limit :limit""")
        .param("person", person).param("before", before).param("limit", limit)
        .query(RevealStore::read)
        .list();
  }

  public long count(@Nullable UUID person) {
    return jdbc.sql("select count(*) from identity.reveal where cast(:person as uuid) is null or person_id = :person")
        .param("person", person).query(Long.class).single();
  }

  public long erase(Instant before) {
    return jdbc.sql("delete from identity.reveal where at < ?").param(Timestamp.from(before)).update();
  }

  public long remaining(Instant before) {
    return jdbc.sql("select count(*) from identity.reveal where at < ?").param(Timestamp.from(before))
        .query(Long.class).single();
  }

  private static Look read(ResultSet row, int number) throws SQLException {
    return new Look(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class),
        row.getTimestamp("at").toInstant(), row.getString("subject_type"), row.getObject("subject_id", UUID.class),
        row.getString("area"), row.getString("place"),
        new TreeSet<>(Set.of((String[]) row.getArray("fields").getArray())), RevealReason.valueOf(row.getString("usual")),
        row.getString("reason"));
  }
}
