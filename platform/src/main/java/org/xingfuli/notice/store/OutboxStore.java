package org.xingfuli.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.Role;
import org.xingfuli.notice.Audience;
import org.xingfuli.notice.Notices.Notice;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was said and not yet taken apart. */
@Component
public class OutboxStore {

  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  OutboxStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A notice as it was said. */
  public record Said(UUID id, Notice notice, Instant at) {}

  public void put(UUID id, Notice notice, Instant now) {
    UUID person = null;
    String role = null;
    String area = null;
    UUID project = null;
    String address = null;
    switch (notice.audience()) {
      case Audience.Person one -> person = one.id();
      case Audience.Holders holders -> {
        role = holders.role().name();
        area = holders.area();
        project = holders.project();
      }
      case Audience.Contact contact -> address = contact.telephone();
    }
    jdbc.sql("""
            insert into notice.outbox (id, kind, said, person_id, role, area, of_project, address, link, collapse, at)
            values (?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id, notice.kind(), json.writeValueAsString(notice.values()))
        .param(person).param(role).param(area).param(project).param(address).param(notice.link()).param(notice.collapse())
        .param(Timestamp.from(now))
        .update();
  }

  /** Some of what waits, in the order it was said, held until the transaction ends; nobody waits for another node's. */
  public List<Said> waiting(int most) {
    return jdbc.sql("""
            select id, kind, said::text as said, person_id, role, area, of_project, address, link, collapse, at
            from notice.outbox where taken_at is null order by id limit ? for update skip locked""")
        .param(most)
        .query(this::read)
        .list();
  }

  public void taken(UUID id, Instant now) {
    jdbc.sql("update notice.outbox set taken_at = ? where id = ?").params(Timestamp.from(now), id).update();
  }

  private Said read(ResultSet row, int number) throws SQLException {
    var notice = new Notice(row.getString("kind"), json.readValue(row.getString("said"), VALUES), audience(row),
        row.getString("link"), row.getString("collapse"));
    return new Said(row.getObject("id", UUID.class), notice, row.getTimestamp("at").toInstant());
  }

  private static Audience audience(ResultSet row) throws SQLException {
    @Nullable UUID person = row.getObject("person_id", UUID.class);
    @Nullable String role = row.getString("role");
    if (person != null) {
      return new Audience.Person(person);
    }
    return role == null
        ? new Audience.Contact(Objects.requireNonNull(row.getString("address")))
        : new Audience.Holders(Role.valueOf(role), row.getString("area"), row.getObject("of_project", UUID.class));
  }
}
