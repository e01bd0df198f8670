package org.xingfuli.identity.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.identity.model.ApiToken;

/** Tokens of machines; seen by their owner and by who sees the owner. */
@Component
public class ApiTokenStore {

  private static final String COLUMNS = """
      select id, person_id, name, beginning, permissions, created_at, expires_at, revoked_at, last_used_at
      from identity.api_token\s""";

  private final JdbcClient jdbc;

  ApiTokenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(ApiToken token, byte[] hash) {
    jdbc.sql("""
            insert into identity.api_token (id, person_id, name, beginning, hash, permissions, created_at, expires_at)
            values (?, ?, ?, ?, ?, cast(? as text[]), ?, ?)""")
        .params(token.id(), token.personId(), token.name(), token.beginning(), hash)
        .param(token.permissions().stream().map(Permission::name).sorted().collect(Collectors.joining(",", "{", "}")))
        .params(Timestamp.from(token.createdAt()), Timestamp.from(token.expiresAt()))
        .update();
  }

  /** Another secret in the place of the one before. */
  public void renew(UUID id, String beginning, byte[] hash) {
    jdbc.sql("update identity.api_token set beginning = ?, hash = ? where id = ?").params(beginning, hash, id).update();
  }

  public Optional<ApiToken> find(UUID id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query(ApiTokenStore::read).optional();
  }

  public Optional<ApiToken> byHash(byte[] hash) {
    return jdbc.sql(COLUMNS + "where hash = ?").param(hash).query(ApiTokenStore::read).optional();
  }

  /** The person's tokens, the youngest first. */
  public List<ApiToken> of(UUID person) {
    return jdbc.sql(COLUMNS + "where person_id = ? order by id desc").param(person).query(ApiTokenStore::read).list();
  }

  /** Everybody's, the youngest first, after the given one. */
  public List<ApiToken> page(UUID before, int limit) {
    return jdbc.sql(COLUMNS + "where id < ? order by id desc limit ?").params(before, limit).query(ApiTokenStore::read).list();
  }

  public long count() {
    return jdbc.sql("select count(*) from identity.api_token").query(Long.class).single();
  }

  public boolean revoke(UUID id, UUID by, Instant now) {
    return jdbc.sql("update identity.api_token set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null")
        .params(Timestamp.from(now), by, id)
        .update() == 1;
  }

  /** Counts a request in the running window and returns how many there are in it. */
  public int used(UUID id, Instant now, Duration window) {
    return jdbc.sql("""
            update identity.api_token set last_used_at = :now,
              window_count = case when window_start > :begins then window_count + 1 else 1 end,
              window_start = case when window_start > :begins then window_start else :now end
            where id = :id returning window_count""")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("begins", Timestamp.from(now.minus(window)))
        .query(Integer.class)
        .single();
  }

  private static ApiToken read(ResultSet row, int number) throws SQLException {
    return new ApiToken(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class), row.getString("name"),
        row.getString("beginning"), permissions(row.getArray("permissions")), row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(), PersonStore.instant(row, "revoked_at"),
        PersonStore.instant(row, "last_used_at"));
  }

  /** A permission that no longer exists permits nothing. */
  private static Set<Permission> permissions(Array names) throws SQLException {
    var known = Arrays.stream(Permission.values()).collect(Collectors.toMap(Permission::name, p -> p));
    return Arrays.stream((Object[]) names.getArray()).filter(known::containsKey).map(known::get).collect(Collectors.toSet());
  }
}
