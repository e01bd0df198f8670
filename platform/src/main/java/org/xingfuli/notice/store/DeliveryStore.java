package org.xingfuli.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.notice.model.DeliveryState;

/** Messages on their way by channels other than the inbox. */
@Component
public class DeliveryStore {

  private static final String COLUMNS = """
      select d.id, d.channel, d.state, d.attempts, d.error, d.changed_at, m.id as message_id, m.kind, m.person_id, m.address,
        m.title_zh, m.body_zh, m.title_en, m.body_en, m.link, m.urgent, m.at,
        not exists (select from notice.message e where e.outbox_id = m.outbox_id and e.id < m.id) as first
      from notice.delivery d join notice.message m on m.id = d.message_id\s""";

  private final JdbcClient jdbc;

  DeliveryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A delivery with its message. */
  public record Delivery(
      UUID id, String channel, DeliveryState state, int attempts, @Nullable String error, Instant changedAt, UUID message,
      String kind, @Nullable UUID person, @Nullable String address, String titleZh, String bodyZh, String titleEn,
      String bodyEn, @Nullable String link, boolean urgent, Instant at, boolean first) {}

  public void put(UUID id, UUID message, String channel, Instant now) {
    jdbc.sql("""
            insert into notice.delivery (id, message_id, channel, state, next_at, changed_at) values (?, ?, ?, ?, ?, ?)
            on conflict (message_id, channel) do nothing""")
        .params(id, message, channel, DeliveryState.GRAPH.initial().name(), Timestamp.from(now), Timestamp.from(now))
        .update();
  }

  /** Takes some that are due, for this node alone until the lease ends; what can wait is left during quiet hours. */
  public List<Delivery> lease(Instant now, Duration lease, boolean quiet, int most) {
    var ids = jdbc.sql("""
            update notice.delivery set leased_until = :until, attempts = attempts + 1 where id in (
              select d.id from notice.delivery d join notice.message m on m.id = d.message_id
              where d.state = 'WAITING' and d.next_at <= :now and (d.leased_until is null or d.leased_until < :now)
                and (m.urgent or not :quiet)
              order by d.next_at limit :most for update of d skip locked)
            returning id""")
        .param("until", Timestamp.from(now.plus(lease))).param("now", Timestamp.from(now)).param("quiet", quiet)
        .param("most", most).query(UUID.class).list();
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(COLUMNS + "where d.id in (:ids) order by m.at, d.id").param("ids", ids).query(DeliveryStore::read).list();
  }

  /** Ends a lease: where it stands now, when it is tried next, and why it is not there. */
  public void settle(UUID id, DeliveryState state, Instant next, @Nullable String error, Instant now) {
    jdbc.sql("""
            update notice.delivery set state = ?, next_at = ?, error = ?, changed_at = ?, leased_until = null where id = ?""")
        .params(state.name(), Timestamp.from(next)).param(error).params(Timestamp.from(now), id).update();
  }

  public Optional<Delivery> hold(UUID id) {
    return jdbc.sql(COLUMNS + "where d.id = ? for update of d").param(id).query(DeliveryStore::read).optional();
  }

  /** Tried anew from the first attempt. */
  public void again(UUID id, Instant now) {
    jdbc.sql("update notice.delivery set state = 'WAITING', attempts = 0, next_at = ?, changed_at = ? where id = ?")
        .params(Timestamp.from(now), Timestamp.from(now), id).update();
  }

  public void dismiss(UUID id, String reason, Instant now) {
    jdbc.sql("update notice.delivery set state = 'DISMISSED', reason = ?, changed_at = ? where id = ?")
        .params(reason, Timestamp.from(now), id).update();
  }

  /** Those given up, the latest first, before the given one. */
  public List<Delivery> failed(UUID before, int limit) {
    return jdbc.sql(COLUMNS + "where d.state = 'FAILED' and d.id < ? order by d.id desc limit ?")
        .params(before, limit).query(DeliveryStore::read).list();
  }

  public long countFailed() {
    return jdbc.sql("select count(*) from notice.delivery where state = 'FAILED'").query(Long.class).single();
  }

  private static Delivery read(ResultSet row, int number) throws SQLException {
    return new Delivery(row.getObject("id", UUID.class), row.getString("channel"),
        DeliveryState.valueOf(row.getString("state")), row.getInt("attempts"), row.getString("error"),
        row.getTimestamp("changed_at").toInstant(), row.getObject("message_id", UUID.class), row.getString("kind"),
        row.getObject("person_id", UUID.class), row.getString("address"), row.getString("title_zh"),
        row.getString("body_zh"), row.getString("title_en"), row.getString("body_en"), row.getString("link"),
        row.getBoolean("urgent"), row.getTimestamp("at").toInstant(), row.getBoolean("first"));
  }
}
