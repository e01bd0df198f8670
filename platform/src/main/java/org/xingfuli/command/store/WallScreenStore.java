package org.xingfuli.command.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.command.model.WallScreen;

/** Wall screens; of their secrets only hashes. */
@Component
public class WallScreenStore {

  private final JdbcClient jdbc;

  WallScreenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first. */
  public List<WallScreen> all() {
    return jdbc.sql("select * from command.wall_screen order by issued_at desc, id").query(WallScreenStore::screen).list();
  }

  public Optional<WallScreen> find(UUID id) {
    return jdbc.sql("select * from command.wall_screen where id = ?").param(id).query(WallScreenStore::screen).optional();
  }

  public void insert(WallScreen screen, byte[] codeHash) {
    jdbc.sql("""
        insert into command.wall_screen (id, name, areas, issued_by, issuer, issued_at, expires_at, code_hash, code_until)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(screen.id(), screen.name(), String.join(",", screen.areas()), screen.issuedBy(), screen.issuer(),
            utc(screen.issuedAt()), utc(screen.expiresAt()), codeHash, utc(screen.codeUntil()))
        .update();
  }

  /** The screen whose link has this code, held until the transaction ends. */
  public Optional<WallScreen> holdByCode(byte[] codeHash) {
    return jdbc.sql("select * from command.wall_screen where code_hash = ? for update").param(codeHash)
        .query(WallScreenStore::screen).optional();
  }

  public Optional<WallScreen> byDevice(byte[] deviceHash) {
    return jdbc.sql("select * from command.wall_screen where device_hash = ?").param(deviceHash)
        .query(WallScreenStore::screen).optional();
  }

  public void bind(UUID id, byte[] deviceHash, String device, Instant at) {
    jdbc.sql("update command.wall_screen set device_hash = ?, device = ?, bound_at = ?, seen_at = ? where id = ?")
        .params(deviceHash, device, utc(at), utc(at), id).update();
  }

  public void seen(UUID id, Instant at) {
    jdbc.sql("update command.wall_screen set seen_at = ? where id = ?").params(utc(at), id).update();
  }

  public boolean revoke(UUID id, Instant at) {
    return jdbc.sql("update command.wall_screen set revoked_at = ? where id = ? and revoked_at is null")
        .params(utc(at), id).update() == 1;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static WallScreen screen(ResultSet row, int number) throws SQLException {
    return new WallScreen(
        row.getObject("id", UUID.class), row.getString("name"), Set.of(row.getString("areas").split(",")),
        row.getObject("issued_by", UUID.class), row.getString("issuer"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getObject("code_until", OffsetDateTime.class).toInstant(), row.getString("device"), instant(row, "bound_at"),
        instant(row, "seen_at"), instant(row, "revoked_at"));
  }
}
