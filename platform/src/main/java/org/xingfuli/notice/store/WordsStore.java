package org.xingfuli.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.notice.model.QuietHours;
import org.xingfuli.notice.model.Template;

/** Words of notices, in versions, and the quiet hours. */
@Component
public class WordsStore {

  private static final String COLUMNS = "select kind, version, title_zh, body_zh, title_en, body_en from notice.template ";

  private final JdbcClient jdbc;

  WordsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest version of each kind that was ever changed. */
  public List<Template> all() {
    return jdbc.sql(COLUMNS + "t where version = (select max(version) from notice.template o where o.kind = t.kind)")
        .query(WordsStore::read).list();
  }

  public Optional<Template> latest(String kind) {
    return jdbc.sql(COLUMNS + "where kind = ? order by version desc limit 1").param(kind).query(WordsStore::read).optional();
  }

  /** Keeps a version; false when somebody else was faster. */
  public boolean put(Template template, UUID by, Instant now) {
    return jdbc.sql("""
            insert into notice.template (kind, version, title_zh, body_zh, title_en, body_en, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(template.kind(), template.version(), template.titleZh(), template.bodyZh(), template.titleEn(),
            template.bodyEn(), by, Timestamp.from(now))
        .update() == 1;
  }

  public QuietHours quietHours() {
    return jdbc.sql("select begins, ends, source, unconfirmed, version from notice.quiet_hours")
        .query((row, n) -> new QuietHours(row.getTime(1).toLocalTime(), row.getTime(2).toLocalTime(), row.getString(3),
            row.getBoolean(4), row.getInt(5)))
        .single();
  }

  /** Changes the hours of that version; false when somebody else was faster. */
  public boolean setQuietHours(QuietHours hours) {
    return jdbc.sql("""
            update notice.quiet_hours set begins = ?, ends = ?, source = ?, unconfirmed = ?, version = version + 1
            where version = ?""")
        .params(Time.valueOf(hours.begins()), Time.valueOf(hours.ends()), hours.source(), hours.unconfirmed(), hours.version())
        .update() == 1;
  }

  private static Template read(ResultSet row, int number) throws SQLException {
    return new Template(row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6));
  }
}
