package org.xingfuli.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages; a person sees the own ones, the system all. */
@Component
public class MessageStore {

  private static final String COLUMNS = """
      select id, kind, title_zh, body_zh, title_en, body_en, link, urgent, times, at, read_at from notice.message\s""";

  private final JdbcClient jdbc;

  MessageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A message in somebody's inbox; {@code times} how often it was said since it was last read. */
  public record Message(
      UUID id, String kind, String titleZh, String bodyZh, String titleEn, String bodyEn, @Nullable String link, boolean urgent,
      int times, Instant at, @Nullable Instant readAt) {}

  /** A message to be kept, for a person or an address. */
  public record NewMessage(
      UUID id, UUID outbox, String kind, @Nullable UUID person, @Nullable String address, String titleZh, String bodyZh,
      String titleEn, String bodyEn, @Nullable String link, boolean urgent, @Nullable String collapse, Instant at) {}

  /** Keeps the message; false when an unread one with the same key took it in and counts it. */
  public boolean put(NewMessage m) {
    return jdbc.sql("""
            insert into notice.message (id, outbox_id, kind, person_id, address, title_zh, body_zh, title_en, body_en, link,
              urgent, collapse, at) values (:id, :outbox, :kind, :person, :address, :titleZh, :bodyZh, :titleEn, :bodyEn,
              :link, :urgent, :collapse, :at)
            on conflict (person_id, collapse) where read_at is null do update
              set times = message.times + 1, title_zh = excluded.title_zh, body_zh = excluded.body_zh,
                title_en = excluded.title_en, body_en = excluded.body_en, link = excluded.link, at = excluded.at
            returning times""")
        .param("id", m.id()).param("outbox", m.outbox()).param("kind", m.kind()).param("person", m.person())
        .param("address", m.address()).param("titleZh", m.titleZh()).param("bodyZh", m.bodyZh())
        .param("titleEn", m.titleEn()).param("bodyEn", m.bodyEn()).param("link", m.link()).param("urgent", m.urgent())
        .param("collapse", m.collapse()).param("at", Timestamp.from(m.at()))
        .query(Integer.class).single() == 1;
  }

  /** The person's messages, the latest first, after the given one. */
  public List<Message> page(UUID person, boolean unread, Instant before, UUID beforeId, int limit) {
    return jdbc.sql(COLUMNS + """
            where person_id = :person and (at, id) < (:before, :beforeId) and (not :unread or read_at is null)
            order by at desc, id desc limit :limit""")
        .param("person", person).param("before", Timestamp.from(before)).param("beforeId", beforeId)
        .param("unread", unread).param("limit", limit)
        .query(MessageStore::read).list();
  }

  public long count(UUID person, boolean unread) {
    return jdbc.sql("select count(*) from notice.message where person_id = ? and (not ? or read_at is null)")
        .params(person, unread).query(Long.class).single();
  }

  public Optional<Message> find(UUID person, UUID id) {
    return jdbc.sql(COLUMNS + "where person_id = ? and id = ?").params(person, id).query(MessageStore::read).optional();
  }

  /** Marks one as read, or all where none is named. */
  public void read(UUID person, @Nullable UUID id, Instant now) {
    jdbc.sql("""
            update notice.message set read_at = :now
            where person_id = :person and read_at is null and (cast(:id as uuid) is null or id = :id)""")
        .param("now", Timestamp.from(now)).param("person", person).param("id", id).update();
  }

  private static Message read(ResultSet row, int number) throws SQLException {
    var read = row.getTimestamp("read_at");
    return new Message(row.getObject("id", UUID.class), row.getString("kind"), row.getString("title_zh"),
        row.getString("body_zh"), row.getString("title_en"), row.getString("body_en"), row.getString("link"),
        row.getBoolean("urgent"), row.getInt("times"), row.getTimestamp("at").toInstant(), read == null ? null : read.toInstant());
  }
}
