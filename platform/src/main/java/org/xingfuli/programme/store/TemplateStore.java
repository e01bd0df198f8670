package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Crew;
import org.xingfuli.programme.model.CrewNeed;
import org.xingfuli.programme.model.Driver;
import org.xingfuli.programme.model.Earliest;
import org.xingfuli.programme.model.Relation;
import org.xingfuli.programme.model.TemplateActivity.CalendarKind;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.wire.StoredJson;

/** A programme's own copy of template and crews, editable row by row. */
@Component
public class TemplateStore {

  private final JdbcClient jdbc;

  TemplateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<TemplateActivity> activities(UUID programmeId) {
    return jdbc.sql("select * from programme.template_activity where programme_id = ? order by position")
        .param(programmeId).query(TemplateStore::activity).list();
  }

  public void insert(UUID programmeId, int position, TemplateActivity a) {
    jdbc.sql("""
        insert into programme.template_activity (name_zh, name_en, phase, duration, driver, reference_quantity, unit,
          scaling_share, crews, predecessors, earliest, outdoor, rain_sensitivity, concealed, calendar, assumption,
          source, version, programme_id, code, position)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Values.of(a.name().zh(), a.name().en(), a.phase(), a.duration(), a.driver().code(), a.referenceQuantity(),
            a.unit(), a.scalingShare(), CrewNeed.notation(a.crews()), Relation.notation(a.predecessors()),
            earliest(a), a.outdoor(), a.rainSensitivity(), a.concealed(), a.calendar().name(), a.assumption(),
            a.source(), a.version(), programmeId, a.code(), position))
        .update();
  }

  /** Puts the row behind the first {@code before} rows of the template. */
  public void insertBehind(UUID programmeId, int before, TemplateActivity activity) {
    var position = makeRoom("template_activity", programmeId, before);
    insert(programmeId, position, activity);
  }

  public void deleteActivity(UUID programmeId, String code) {
    jdbc.sql("delete from programme.template_activity where programme_id = ? and code = ?").params(programmeId, code)
        .update();
  }

  /** Replaces the row when its version is still the one read; returns whether it was. */
  public boolean update(UUID programmeId, TemplateActivity a) {
    return jdbc.sql("""
        update programme.template_activity set name_zh = ?, name_en = ?, duration = ?, driver = ?,
          reference_quantity = ?, unit = ?, scaling_share = ?, crews = ?, predecessors = ?, earliest = ?, outdoor = ?,
          rain_sensitivity = ?, concealed = ?, calendar = ?, assumption = ?, source = ?, version = version + 1
        where programme_id = ? and code = ? and version = ?""")
        .params(Values.of(a.name().zh(), a.name().en(), a.duration(), a.driver().code(), a.referenceQuantity(),
            a.unit(), a.scalingShare(), CrewNeed.notation(a.crews()), Relation.notation(a.predecessors()), earliest(a),
            a.outdoor(), a.rainSensitivity(), a.concealed(), a.calendar().name(), a.assumption(), a.source(),
            programmeId, a.code(), a.version()))
        .update() == 1;
  }

  public List<Crew> crews(UUID programmeId) {
    return jdbc.sql("select * from programme.crew where programme_id = ? order by position").param(programmeId)
        .query(TemplateStore::crew).list();
  }

  public void insert(UUID programmeId, int position, Crew crew) {
    jdbc.sql("""
        insert into programme.crew (programme_id, code, position, name_zh, name_en, shared_within, capacity, changes,
          assumption, source, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Values.of(programmeId, crew.code(), position, crew.name().zh(), crew.name().en(), crew.sharedWithin().name(),
            crew.capacity(), StoredJson.write(crew.changes()), crew.assumption(), crew.source(), crew.version()))
        .update();
  }

  /** Puts the crew behind the first {@code before} crews. */
  public void insertBehind(UUID programmeId, int before, Crew crew) {
    insert(programmeId, makeRoom("crew", programmeId, before), crew);
  }

  public void deleteCrew(UUID programmeId, String code) {
    jdbc.sql("delete from programme.crew where programme_id = ? and code = ?").params(programmeId, code).update();
  }

  /** Numbers the rows anew with a gap behind the first {@code before}; returns the gap. */
  private int makeRoom(String table, UUID programmeId, int before) {
    jdbc.sql("""
        update programme.%s row set position = case when n.at < :before then n.at else n.at + 1 end
        from (select code, row_number() over (order by position) - 1 as at from programme.%s
          where programme_id = :programme) n
        where row.programme_id = :programme and row.code = n.code""".formatted(table, table))
        .param("before", before).param("programme", programmeId).update();
    return before;
  }

  /** Replaces capacity and changes when the version is still the one read; returns whether it was. */
  public boolean update(UUID programmeId, Crew crew) {
    return jdbc.sql("""
        update programme.crew set capacity = ?, changes = ?, assumption = ?, source = ?, version = version + 1
        where programme_id = ? and code = ? and version = ?""")
        .params(Values.of(crew.capacity(), StoredJson.write(crew.changes()), crew.assumption(), crew.source(), programmeId,
            crew.code(), crew.version()))
        .update() == 1;
  }

  private static String earliest(TemplateActivity activity) {
    var earliest = activity.earliest();
    return earliest == null ? "" : earliest.notation();
  }

  private static TemplateActivity activity(ResultSet row, int number) throws SQLException {
    return new TemplateActivity(
        row.getString("code"), Words.of(row.getString("name_zh"), row.getString("name_en")), row.getString("phase"),
        row.getInt("duration"), Driver.of(row.getString("driver")), row.getBigDecimal("reference_quantity"),
        row.getString("unit"), row.getBigDecimal("scaling_share"), CrewNeed.parse(row.getString("crews")),
        Relation.parse(row.getString("predecessors")), Earliest.parse(row.getString("earliest")),
        row.getBoolean("outdoor"), row.getBigDecimal("rain_sensitivity"), row.getBoolean("concealed"),
        CalendarKind.valueOf(row.getString("calendar")), row.getBoolean("assumption"), row.getString("source"),
        row.getInt("version"));
  }

  private static Crew crew(ResultSet row, int number) throws SQLException {
    return new Crew(
        row.getString("code"), Words.of(row.getString("name_zh"), row.getString("name_en")),
        Crew.SharedWithin.valueOf(row.getString("shared_within")), row.getInt("capacity"),
        StoredJson.readList(row.getString("changes"), Crew.Change.class), row.getBoolean("assumption"),
        row.getString("source"), row.getInt("version"));
  }
}
