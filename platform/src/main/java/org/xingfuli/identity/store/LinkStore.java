package org.xingfuli.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.model.OneTimeLink;
import org.xingfuli.identity.model.OneTimeLink.Purpose;

/** One-time links by the hash of their token. */
@Component
public class LinkStore {

  private final JdbcClient jdbc;

  LinkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(OneTimeLink link, byte[] hash, UUID by, Instant now) {
    jdbc.sql("""
            insert into identity.one_time_link (id, token_hash, purpose, person_id, expires_at, created_by, created_at)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(link.id(), hash, link.purpose().name())
        .param(link.personId())
        .params(Timestamp.from(link.expiresAt()), by, Timestamp.from(now))
        .update();
  }

  /** An unused link that is still valid. */
  public Optional<OneTimeLink> find(byte[] hash, Instant now) {
    return jdbc.sql("""
            select id, purpose, person_id, expires_at from identity.one_time_link
            where token_hash = ? and used_at is null and expires_at > ?""")
        .params(hash, Timestamp.from(now))
        .query((row, n) -> new OneTimeLink(row.getObject(1, UUID.class), Purpose.valueOf(row.getString(2)),
            row.getObject(3, UUID.class), row.getTimestamp(4).toInstant()))
        .optional();
  }

  /** Spends the link; false when somebody else was faster. */
  public boolean use(UUID id, Instant now) {
    return jdbc.sql("update identity.one_time_link set used_at = ? where id = ? and used_at is null")
        .params(Timestamp.from(now), id)
        .update() == 1;
  }

  /** Earlier unused links for the same are worth nothing any more. */
  public void withdraw(Purpose purpose, @Nullable UUID personId, Instant now) {
    jdbc.sql("""
            update identity.one_time_link set used_at = ? where purpose = ? and person_id is not distinct from ?
              and used_at is null""")
        .params(Timestamp.from(now), purpose.name())
        .param(personId)
        .update();
  }
}
