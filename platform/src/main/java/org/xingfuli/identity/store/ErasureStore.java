package org.xingfuli.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases identity's own personal data, and keeps the proof of every erasure. */
@Component
public class ErasureStore {

  private static final String OVER =
      "from identity.one_time_link where created_at < :before and (used_at is not null or expires_at < :before)";

  private final JdbcClient jdbc;

  ErasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One night's proof for one rule.
   *
   * @param before what was finished with earlier was to go
   */
  public record Erasure(UUID id, String rule, Instant at, Instant before, long erased, long remaining) {}

  public void insert(Erasure erasure) {
    jdbc.sql("insert into identity.erasure (id, rule, at, before, erased, remaining) values (?, ?, ?, ?, ?, ?)")
        .params(erasure.id(), erasure.rule(), Timestamp.from(erasure.at()), Timestamp.from(erasure.before()),
            erasure.erased(), erasure.remaining())
        .update();
  }

  /** The last of each rule. */
  public List<Erasure> latest() {
    return jdbc.sql("""
            select distinct on (rule) id, rule, at, before, erased, remaining from identity.erasure
            order by rule, at desc""")
        .query((row, n) -> new Erasure(row.getObject(1, UUID.class), row.getString(2), row.getTimestamp(3).toInstant(),
            row.getTimestamp(4).toInstant(), row.getLong(5), row.getLong(6)))
        .list();
  }

  public long eraseAttempts(Instant before) {
    return run("delete from identity.attempt where last_at < :before", before);
  }

  public long attempts(Instant before) {
    return count("from identity.attempt where last_at < :before", before);
  }

  public long eraseLinks(Instant before) {
    return run("delete " + OVER, before);
  }

  public long links(Instant before) {
    return count(OVER, before);
  }

  public long eraseLinkRequests(Instant before) {
    return run("delete from identity.link_request where asked_at < :before", before);
  }

  public long linkRequests(Instant before) {
    return count("from identity.link_request where asked_at < :before", before);
  }

  /** People disabled before, with names still on record. */
  public List<UUID> disabled(Instant before) {
    return jdbc.sql("select id from identity.person where disabled_at < ? and erased_at is null order by id for update")
        .param(Timestamp.from(before)).query((row, n) -> row.getObject(1, UUID.class)).list();
  }

  public long countDisabled(Instant before) {
    return count("from identity.person where disabled_at < :before and erased_at is null", before);
  }

  /** Takes from the person everything that names or reaches one; the row stays, acts refer to it. */
  public void erasePerson(UUID id, Instant now) {
    for (var beside : List.of("second_factor", "recovery_code", "second_factor_reset", "linked_sign_in", "api_token")) {
      jdbc.sql("delete from identity." + beside + " where person_id = ?").param(id).update();
    }
    jdbc.sql("""
            update identity.person set name = '已注销', title = '已注销', phone = null, password_hash = null,
              password_changed_at = null, sign_in_name = 'erased-' || replace(id::text, '-', ''), erased_at = ?
            where id = ?""")
        .params(Timestamp.from(now), id)
        .update();
  }

  private long run(String sql, Instant before) {
    return jdbc.sql(sql).param("before", Timestamp.from(before)).update();
  }

  private long count(String from, Instant before) {
    return jdbc.sql("select count(*) " + from).param("before", Timestamp.from(before)).query(Long.class).single();
  }
}
