package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.model.SizeSheet;
import org.xingfuli.programme.model.StatedFact;
import org.xingfuli.wire.StoredJson;

/** The versions of the score sheet, what was stated of projects for it, and why somebody chose otherwise. */
@Component
public class SizeStore {

  private final JdbcClient jdbc;

  SizeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public SizeSheet newest() {
    return jdbc.sql("select * from programme.size_sheet order by version desc limit 1").query(SizeStore::sheet).single();
  }

  /** Newest first. */
  public List<SizeSheet> versions() {
    return jdbc.sql("select * from programme.size_sheet order by version desc").query(SizeStore::sheet).list();
  }

  /** Returns whether there was no such version yet. */
  public boolean insert(SizeSheet sheet) {
    return jdbc.sql("""
        insert into programme.size_sheet (version, threshold, criteria, unconfirmed, source, note, created_at, created_by)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(sheet.version(), sheet.threshold(), StoredJson.write(sheet.criteria()), sheet.unconfirmed(), sheet.source(),
            sheet.note(), PlanStore.utc(sheet.createdAt()), sheet.createdBy())
        .update() == 1;
  }

  public List<StatedFact> facts(UUID projectId) {
    return jdbc.sql("select * from programme.size_fact where project_id = ?").param(projectId).query(SizeStore::fact)
        .list();
  }

  public Map<UUID, List<StatedFact>> factsOf(UUID programmeId) {
    return jdbc.sql("""
        select f.* from programme.size_fact f join programme.project p on p.id = f.project_id where p.programme_id = ?""")
        .param(programmeId).query(SizeStore::fact).list().stream().collect(Collectors.groupingBy(StatedFact::projectId));
  }

  public void put(StatedFact fact) {
    jdbc.sql("""
        insert into programme.size_fact (project_id, area, fact, value, note, stated_on, stated_by)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (project_id, fact) do update set value = excluded.value, note = excluded.note,
          stated_on = excluded.stated_on, stated_by = excluded.stated_by""")
        .params(fact.projectId(), fact.area(), fact.fact().name(), fact.value(), fact.note(), fact.on(), fact.by())
        .update();
  }

  public void remove(UUID projectId, SizeSheet.Fact fact) {
    jdbc.sql("delete from programme.size_fact where project_id = ? and fact = ?").params(projectId, fact.name()).update();
  }

  /** Why somebody chose a project's class, and who. */
  public record Choice(String reason, String by) {}

  public Map<UUID, Choice> choices(UUID programmeId) {
    return jdbc.sql("""
        select id, size_reason, size_chosen_by from programme.project
        where programme_id = ? and size_class_by = 'PROJECT'""").param(programmeId)
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), new Choice(row.getString(2), row.getString(3))))
        .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public void choose(UUID projectId, String reason, String by) {
    jdbc.sql("update programme.project set size_reason = ?, size_chosen_by = ? where id = ?")
        .params(reason, by, projectId).update();
  }

  private static SizeSheet sheet(ResultSet row, int number) throws SQLException {
    return new SizeSheet(row.getInt("version"), row.getInt("threshold"),
        StoredJson.readList(row.getString("criteria"), SizeSheet.Criterion.class), row.getBoolean("unconfirmed"),
        row.getString("source"), row.getString("note"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"));
  }

  private static StatedFact fact(ResultSet row, int number) throws SQLException {
    return new StatedFact(row.getObject("project_id", UUID.class), row.getString("area"),
        SizeSheet.Fact.valueOf(row.getString("fact")), row.getBigDecimal("value"), row.getString("note"),
        row.getObject("stated_on", LocalDate.class), row.getString("stated_by"));
  }
}
