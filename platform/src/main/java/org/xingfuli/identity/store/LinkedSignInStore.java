package org.xingfuli.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.model.AtProvider;
import org.xingfuli.identity.model.LinkedSignIn;

/** Accounts at identity providers, and who is on the way to one. */
@Component
public class LinkedSignInStore {

  private static final String COLUMNS =
      "select id, person_id, provider, issuer, subject, label, linked_at, last_used_at from identity.linked_sign_in ";

  private final JdbcClient jdbc;

  LinkedSignInStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<LinkedSignIn> find(String issuer, String subject) {
    return jdbc.sql(COLUMNS + "where issuer = ? and subject = ?").params(issuer, subject)
        .query(LinkedSignInStore::read).optional();
  }

  public List<LinkedSignIn> of(UUID person) {
    return jdbc.sql(COLUMNS + "where person_id = ? order by linked_at").param(person).query(LinkedSignInStore::read).list();
  }

  /** False when that account is linked already, or the person has another of the same provider. */
  public boolean insert(LinkedSignIn link) {
    return jdbc.sql("""
            insert into identity.linked_sign_in (id, person_id, provider, issuer, subject, label, linked_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(link.id(), link.personId(), link.provider(), link.issuer(), link.subject(), link.label(),
            Timestamp.from(link.linkedAt()))
        .update() == 1;
  }

  public void used(UUID id, Instant now) {
    jdbc.sql("update identity.linked_sign_in set last_used_at = ? where id = ?").params(Timestamp.from(now), id).update();
  }

  public boolean delete(UUID person, UUID id) {
    return jdbc.sql("delete from identity.linked_sign_in where person_id = ? and id = ?").params(person, id).update() == 1;
  }

  /** Somebody goes to a provider; those who never came back are forgotten. */
  public void leave(byte[] key, AtProvider gone, Instant now, Instant expires) {
    jdbc.sql("delete from identity.at_provider where expires_at < ?").param(Timestamp.from(now)).update();
    jdbc.sql("""
            insert into identity.at_provider (key_hash, provider, state, nonce, verifier, link_to, next, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(key, gone.provider(), gone.state(), gone.nonce(), gone.verifier())
        .param(gone.linkTo())
        .param(gone.next())
        .param(Timestamp.from(expires))
        .update();
  }

  /** Who comes back, once. */
  public Optional<AtProvider> comeBack(byte[] key, Instant now) {
    return jdbc.sql("""
            delete from identity.at_provider where key_hash = ? and expires_at > ?
            returning provider, state, nonce, verifier, link_to, next""")
        .params(key, Timestamp.from(now))
        .query((row, n) -> new AtProvider(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
            row.getObject(5, UUID.class), row.getString(6)))
        .optional();
  }

  private static LinkedSignIn read(ResultSet row, int number) throws SQLException {
    return new LinkedSignIn(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class),
        row.getString("provider"), row.getString("issuer"), row.getString("subject"), row.getString("label"),
        row.getTimestamp("linked_at").toInstant(), PersonStore.instant(row, "last_used_at"));
  }
}
