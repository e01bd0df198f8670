package org.xingfuli.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.model.LockOut;

/** Sign-ins that failed in a row, by account name and by address. */
@Component
public class AttemptStore {

  private final JdbcClient jdbc;

  AttemptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until when the key is locked. */
  public Optional<Instant> lockedUntil(String key, Instant now) {
    return jdbc.sql("select locked_until from identity.attempt where key = ? and locked_until > ?")
        .params(key, Timestamp.from(now))
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /** Which of the keys are locked, and until when. */
  public Map<String, Instant> locked(Collection<String> keys, Instant now) {
    return keys.isEmpty()
        ? Map.of()
        : jdbc.sql("select key, locked_until from identity.attempt where key in (:keys) and locked_until > :now")
            .param("keys", keys)
            .param("now", Timestamp.from(now))
            .query((row, n) -> Map.entry(row.getString(1), row.getTimestamp(2).toInstant()))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Counts an attempt as failed before the password is looked at, so that many at once are not more than many in a row.
   *
   * @return the failures so far with this one; nothing when the key is locked
   */
  public Optional<Integer> count(String key, Instant now) {
    return jdbc.sql("""
            insert into identity.attempt as a (key, failures, last_at) values (:key, 1, :now)
            on conflict (key) do update
              set failures = case when a.last_at < :forget then 1 else a.failures + 1 end, last_at = :now
              where a.locked_until is null or a.locked_until <= :now
            returning failures""")
        .param("key", key)
        .param("now", Timestamp.from(now))
        .param("forget", Timestamp.from(now.minus(LockOut.MEMORY)))
        .query(Integer.class)
        .optional();
  }

  public void lock(String key, Instant until) {
    jdbc.sql("update identity.attempt set locked_until = ? where key = ?").params(Timestamp.from(until), key).update();
  }

  public void clear(String key) {
    jdbc.sql("delete from identity.attempt where key = ?").param(key).update();
  }

  /** Forgets some of what is old, names nobody has tried for long; waits for nobody. */
  public void forget(Instant now) {
    jdbc.sql("""
            delete from identity.attempt where key in (
              select key from identity.attempt where last_at < ? limit 100 for update skip locked)""")
        .param(Timestamp.from(now.minus(LockOut.MEMORY)))
        .update();
  }
}
