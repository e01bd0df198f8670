package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Entry;
import org.xingfuli.identity.By;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the timelines of appeals; nothing here changes a line once written. */
@Component
public class EntryStore {

  /** A line and where its appeal lies, as columns. */
  public record Placed(Entry entry, String area, @Nullable UUID estate) {

    Row row() {
      var from = entry.from();
      return new Row(entry.id(), entry.appeal(), area, estate, entry.at(), entry.act(), entry.round(),
          from == null ? null : from.name(), entry.to().name(), entry.by().id(), entry.by().title(), entry.unit(), entry.words(),
          entry.visible(), entry.facts());
    }
  }

  record Row(UUID id, UUID appeal_id, String area, @Nullable UUID estate_id, Instant at, String act, int round,
      @Nullable String from_state, String to_state, UUID by_id, String by_title, @Nullable UUID unit_id, String words,
      boolean visible, Map<String, Object> facts) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EntryStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public void insert(Collection<Placed> entries) {
    if (entries.isEmpty()) {
      return;
    }
    jdbc.sql("""
            insert into appeal.entry (id, appeal_id, area, estate_id, at, act, round, from_state, to_state, by_id, by_title,
              unit_id, words, visible, facts)
            select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, appeal_id uuid, area text, estate_id uuid,
              at timestamptz, act text, round integer, from_state text, to_state text, by_id uuid, by_title text, unit_id uuid,
              words text, visible boolean, facts jsonb)""")
        .param("rows", json.writeValueAsString(entries.stream().map(Placed::row).toList())).update();
  }

  /** The timeline of an appeal, the first act first. */
  public List<Entry> of(UUID appeal) {
    return jdbc.sql("select * from appeal.entry where appeal_id = ? order by id").param(appeal).query(this::row).list();
  }

  private Entry row(ResultSet row, int number) throws SQLException {
    var from = row.getString("from_state");
    return new Entry(Fields.id(row, "id"), Fields.id(row, "appeal_id"), Fields.instant(row, "at"), row.getString("act"),
        row.getInt("round"), from == null ? null : AppealState.valueOf(from), AppealState.valueOf(row.getString("to_state")),
        new By(Fields.id(row, "by_id"), row.getString("by_title")), Fields.idIfAny(row, "unit_id"), row.getString("words"),
        row.getBoolean("visible"), json.readValue(row.getString("facts"), new TypeReference<>() {}));
  }
}
