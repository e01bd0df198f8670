package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.ReplyTemplate;
import org.xingfuli.identity.By;

/** Reply templates with all their versions. */
@Component
public class ReplyTemplateStore {

  private final JdbcClient jdbc;

  ReplyTemplateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest version of each that the organisation's people may use: its own and those for all; the retired ones are left out. */
  public List<ReplyTemplate> usable(@Nullable UUID organisation) {
    return jdbc.sql("""
            select * from (select distinct on (id) * from appeal.reply_template
              where organisation_id is null or organisation_id = cast(:organisation as uuid) order by id, version desc) latest
            where not retired order by organisation_id is null, name, id""")
        .param("organisation", organisation).query(ReplyTemplateStore::row).list();
  }

  public Optional<ReplyTemplate> latest(UUID id) {
    return jdbc.sql("select * from appeal.reply_template where id = ? order by version desc limit 1").param(id)
        .query(ReplyTemplateStore::row).optional();
  }

  /** All versions, the latest first. */
  public List<ReplyTemplate> versions(UUID id) {
    return jdbc.sql("select * from appeal.reply_template where id = ? order by version desc").param(id)
        .query(ReplyTemplateStore::row).list();
  }

  /** Keeps a version; false when somebody else has written the same one meanwhile. */
  public boolean insert(ReplyTemplate made) {
    return jdbc.sql("""
            insert into appeal.reply_template (id, version, organisation_id, name, words, outcome, retired, made_at, made_by, maker)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(Fields.values(made.id(), made.version(), made.organisation(), made.name(), made.words(), made.outcome().name(),
            made.retired(), Fields.utc(made.madeAt()), made.by().id(), made.by().title())).update() == 1;
  }

  private static ReplyTemplate row(ResultSet row, int number) throws SQLException {
    return new ReplyTemplate(Fields.id(row, "id"), row.getInt("version"), Fields.idIfAny(row, "organisation_id"), row.getString("name"),
        row.getString("words"), Outcome.valueOf(row.getString("outcome")), row.getBoolean("retired"), Fields.instant(row, "made_at"),
        new By(Fields.id(row, "made_by"), row.getString("maker")));
  }
}
