package org.xingfuli.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.evidence.model.Verified;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the walks over all evidence, their progress and what they found. */
@Component
public class VerificationStore {

  private static final TypeReference<List<Verified>> FAULTS = new TypeReference<>() {};

  /**
   * One walk.
   *
   * @param faults the first of them; {@code faultCount} counts all
   * @param failure why it could not end, for people
   */
  public record Walk(
      UUID id, UUID startedBy, Instant startedAt, @Nullable Instant finishedAt, int total, int checked, int faultCount,
      List<Verified> faults, @Nullable String failure) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  VerificationStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public void insert(UUID id, UUID by, Instant at) {
    jdbc.sql("insert into evidence.verification (id, started_by, started_at) values (?, ?, ?)")
        .params(id, by, Timestamp.from(at)).update();
  }

  public void progress(UUID id, int checked, int total) {
    jdbc.sql("update evidence.verification set checked = ?, total = ? where id = ?").params(checked, total, id).update();
  }

  public void finish(UUID id, int checked, List<Verified> faults, int faultCount, Instant at) {
    jdbc.sql("""
        update evidence.verification set checked = :checked, total = :checked, faults = :faults,
          fault_count = :count, finished_at = :at where id = :id""")
        .param("id", id).param("checked", checked).param("faults", json.writeValueAsString(faults))
        .param("count", faultCount).param("at", EvidenceRows.offset(at)).update();
  }

  public void fail(UUID id, String failure, Instant at) {
    jdbc.sql("update evidence.verification set failure = ?, finished_at = ? where id = ?")
        .params(failure, Timestamp.from(at), id).update();
  }

  /** The latest walks first. */
  public List<Walk> recent(int limit) {
    return jdbc.sql("select * from evidence.verification order by started_at desc, id desc limit ?").param(limit)
        .query(this::row).list();
  }

  private Walk row(ResultSet row, int number) throws SQLException {
    return new Walk(row.getObject("id", UUID.class), row.getObject("started_by", UUID.class),
        row.getObject("started_at", OffsetDateTime.class).toInstant(), EvidenceRows.instant(row, "finished_at"),
        row.getInt("total"), row.getInt("checked"), row.getInt("fault_count"),
        json.readValue(row.getString("faults"), FAULTS), row.getString("failure"));
  }
}
