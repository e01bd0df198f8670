package org.xingfuli.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Second factors and recovery codes, encrypted or hashed; seen by who sees the person. */
@Component
public class SecondFactorStore {

  private final JdbcClient jdbc;

  SecondFactorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is kept of a second factor.
   *
   * @param secret encrypted; absent until the first code was right
   * @param lastStep the time step of the last code taken
   * @param pending a secret that waits for its first code
   */
  public record Kept(
      byte @Nullable [] secret, @Nullable Instant confirmedAt, long lastStep, byte @Nullable [] pending,
      @Nullable Instant pendingAt) {}

  public boolean enrolled(UUID person) {
    return jdbc.sql("select exists (select from identity.second_factor where person_id = ? and confirmed_at is not null)")
        .param(person)
        .query(Boolean.class)
        .single();
  }

  public Optional<Kept> find(UUID person) {
    return jdbc.sql("""
            select secret, confirmed_at, last_step, pending, pending_at from identity.second_factor where person_id = ?""")
        .param(person)
        .query((row, n) -> new Kept(row.getBytes(1), PersonStore.instant(row, "confirmed_at"), row.getLong(3),
            row.getBytes(4), PersonStore.instant(row, "pending_at")))
        .optional();
  }

  /** Keeps a secret that waits for its first code; one that is in use stays until then. */
  public void offer(UUID person, byte[] pending, Instant now) {
    jdbc.sql("""
            insert into identity.second_factor (person_id, pending, pending_at) values (:person, :pending, :now)
            on conflict (person_id) do update set pending = :pending, pending_at = :now""")
        .param("person", person)
        .param("pending", pending)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The pending secret is the secret from now on; its first code is spent. */
  public boolean confirm(UUID person, byte[] pending, long step, Instant now) {
    return jdbc.sql("""
            update identity.second_factor set secret = pending, confirmed_at = :now, last_step = :step, pending = null,
              pending_at = null where person_id = :person and pending = :pending""")
        .param("person", person)
        .param("pending", pending)
        .param("step", step)
        .param("now", Timestamp.from(now))
        .update() == 1;
  }

  /** Spends the code of a time step; false when it, or a later one, has been spent before. */
  public boolean spend(UUID person, long step) {
    return jdbc.sql("update identity.second_factor set last_step = ? where person_id = ? and last_step < ?")
        .params(step, person, step)
        .update() == 1;
  }

  public boolean remove(UUID person) {
    jdbc.sql("delete from identity.recovery_code where person_id = ?").param(person).update();
    return jdbc.sql("delete from identity.second_factor where person_id = ?").param(person).update() == 1;
  }

  /** New recovery codes in the place of all earlier ones. */
  public void putRecoveryCodes(UUID person, List<byte[]> hashes) {
    jdbc.sql("delete from identity.recovery_code where person_id = ?").param(person).update();
    hashes.forEach(hash -> jdbc.sql("insert into identity.recovery_code (person_id, hash) values (?, ?)")
        .params(person, hash).update());
  }

  /** Spends a recovery code; false when there is none like it, or it is spent. */
  public boolean spendRecoveryCode(UUID person, byte[] hash, Instant now) {
    return jdbc.sql("update identity.recovery_code set used_at = ? where person_id = ? and hash = ? and used_at is null")
        .params(Timestamp.from(now), person, hash)
        .update() == 1;
  }

  public int recoveryCodesLeft(UUID person) {
    return jdbc.sql("select count(*) from identity.recovery_code where person_id = ? and used_at is null")
        .param(person)
        .query(Integer.class)
        .single();
  }
}
