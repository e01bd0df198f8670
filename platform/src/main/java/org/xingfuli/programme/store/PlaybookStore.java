package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.model.Playbook;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.wire.StoredJson;

/** The versions of the template that new years start from, and which year started from which. */
@Component
public class PlaybookStore {

  private final JdbcClient jdbc;

  PlaybookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first; the last is the one that ships with the product. */
  public List<Playbook> all() {
    var all = new ArrayList<>(jdbc.sql("select * from programme.playbook order by version desc")
        .query(PlaybookStore::playbook).list());
    all.add(Playbook.shipped());
    return all;
  }

  public Playbook newest() {
    return jdbc.sql("select * from programme.playbook order by version desc limit 1").query(PlaybookStore::playbook)
        .optional().orElseGet(Playbook::shipped);
  }

  public Optional<Playbook> find(int version) {
    return all().stream().filter(each -> each.version() == version).findFirst();
  }

  /** Returns whether there was no such version yet. */
  public boolean insert(Playbook playbook) {
    return jdbc.sql("""
        insert into programme.playbook (version, based_on, sources, decisions, template, note, created_on, created_at, created_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(Values.of(playbook.version(), playbook.basedOn(), StoredJson.write(playbook.sources()),
            StoredJson.write(playbook.decisions()), StoredJson.write(playbook.template()), playbook.note(), playbook.createdOn(),
            playbook.createdAt() == null ? null : PlanStore.utc(playbook.createdAt()), playbook.createdBy()))
        .update() == 1;
  }

  /** Which version each programme started from. */
  public Map<UUID, Integer> used() {
    return jdbc.sql("select id, playbook_version from programme.programme")
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public void use(UUID programmeId, int version) {
    jdbc.sql("update programme.programme set playbook_version = ? where id = ?").params(version, programmeId).update();
  }

  private static Playbook playbook(ResultSet row, int number) throws SQLException {
    return new Playbook(row.getInt("version"), row.getInt("based_on"),
        StoredJson.readList(row.getString("sources"), Playbook.Source.class),
        StoredJson.readList(row.getString("decisions"), Playbook.Decision.class),
        StoredJson.readList(row.getString("template"), TemplateActivity.class), row.getString("note"),
        row.getObject("created_on", LocalDate.class), PlanStore.instant(row, "created_at"), row.getString("created_by"));
  }
}
