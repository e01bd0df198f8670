package org.xingfuli.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.evidence.model.Finding;
import org.xingfuli.evidence.model.Verified;

/** Keeps the walks over all evidence, their progress and what they found. */
@Component
public class VerificationStore {

  /**
   * One walk.
   *
   * @param faultCount how many items are not what came in
   * @param failure why it could not end, for people
   */
  public record Walk(
      UUID id, UUID startedBy, Instant startedAt, @Nullable Instant finishedAt, int total, int checked, int faultCount,
      @Nullable String failure) {}

  /** An item that is not what came in, and its place in the list. */
  public record Fault(int number, Verified verified) {}

  private final JdbcClient jdbc;

  VerificationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(UUID id, UUID by, Instant at) {
    jdbc.sql("insert into evidence.verification (id, started_by, started_at) values (?, ?, ?)")
        .params(id, by, Timestamp.from(at)).update();
  }

  public void progress(UUID id, int checked, int total) {
    jdbc.sql("update evidence.verification set checked = ?, total = ? where id = ?").params(checked, total, id).update();
  }

  /** Ends a walk; one that is done a second time leaves what it found then. */
  public void finish(UUID id, int checked, List<Verified> faults, Instant at) {
    // The row first: who walks it a second time at the same moment waits here.
    jdbc.sql("""
        update evidence.verification set checked = :checked, total = :checked, fault_count = :count, finished_at = :at
        where id = :id""")
        .param("id", id).param("checked", checked).param("count", faults.size()).param("at", EvidenceRows.offset(at)).update();
    jdbc.sql("delete from evidence.verification_fault where verification_id = ?").param(id).update();
    for (int number = 0; number < faults.size(); number++) {
      var fault = faults.get(number);
      jdbc.sql("""
          insert into evidence.verification_fault (verification_id, number, item_id, findings, link, recorded_at)
          values (:id, :number, :item, :findings, :link, :at)""")
          .param("id", id).param("number", number + 1).param("item", fault.id())
          .param("findings", fault.findings().stream().map(Finding::name).toArray(String[]::new))
          .param("link", fault.link()).param("at", EvidenceRows.offset(fault.recordedAt())).update();
    }
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

  public Optional<Walk> find(UUID id) {
    return jdbc.sql("select * from evidence.verification where id = ?").param(id).query(this::row).optional();
  }

  /** What a walk found, from the one after this number on. */
  public List<Fault> faults(UUID walk, int after, int limit) {
    return jdbc.sql("""
        select * from evidence.verification_fault where verification_id = ? and number > ? order by number limit ?""")
        .params(walk, after, limit).query((row, at) -> new Fault(row.getInt("number"),
            new Verified(row.getObject("item_id", UUID.class), Arrays.stream((String[]) row.getArray("findings").getArray())
                .map(Finding::valueOf).toList(), row.getLong("link"), EvidenceRows.instant(row, "recorded_at")))).list();
  }

  private Walk row(ResultSet row, int number) throws SQLException {
    return new Walk(row.getObject("id", UUID.class), row.getObject("started_by", UUID.class),
        row.getObject("started_at", OffsetDateTime.class).toInstant(), EvidenceRows.instant(row, "finished_at"),
        row.getInt("total"), row.getInt("checked"), row.getInt("fault_count"),
        row.getString("failure"));
  }
}
