package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.model.WeeklyReport;
import org.xingfuli.wire.StoredJson;

/** Weekly reports; only ever added, but for what was settled of them. */
@Component
public class WeeklyStore {

  private final JdbcClient jdbc;

  WeeklyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(WeeklyReport report, List<UUID> lines) {
    var with = report.coordinationWith();
    jdbc.sql("""
        insert into programme.weekly_report (id, project_id, area, week, reported_on, reported_at, reporter, reporter_name,
          note, coordination, coordination_with, evidence, days_lost)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Values.of(report.id(), report.projectId(), report.area(), report.week(), report.on(),
            PlanStore.utc(report.at()), report.reporter(), report.reporterName(), report.note(), report.coordination(),
            with == null ? null : with.name(), StoredJson.write(report.evidence()), report.daysLost()))
        .update();
    jdbc.sql("""
        insert into programme.weekly_line (report_id, progress_report_id, project_id, area)
        select ?, id, ?, ? from unnest(?::uuid[]) as given (id)""")
        .params(report.id(), report.projectId(), report.area(), lines.toArray(UUID[]::new)).update();
  }

  public Optional<WeeklyReport> find(UUID id) {
    return jdbc.sql("select * from programme.weekly_report where id = ?").param(id).query(WeeklyStore::report)
        .optional();
  }

  /** Newest first. */
  public List<WeeklyReport> ofProject(UUID projectId, int most) {
    return jdbc.sql("select * from programme.weekly_report where project_id = ? order by week desc, id desc limit ?")
        .params(projectId, most).query(WeeklyStore::report).list();
  }

  /** All reports of a programme's projects for a week, in the order they were made. */
  public List<WeeklyReport> ofWeek(UUID programmeId, LocalDate week) {
    return jdbc.sql("""
        select w.* from programme.weekly_report w join programme.project p on p.id = w.project_id
        where p.programme_id = ? and w.week = ? order by w.id""").params(programmeId, week)
        .query(WeeklyStore::report).list();
  }

  /** What still needs others, the longest waiting first. */
  public List<WeeklyReport> unsettled(UUID programmeId) {
    return jdbc.sql("""
        select w.* from programme.weekly_report w join programme.project p on p.id = w.project_id
        where p.programme_id = ? and w.coordination <> '' and w.settled_on is null order by w.reported_on, w.id""")
        .param(programmeId).query(WeeklyStore::report).list();
  }

  /** Notes that it was settled; returns whether it was open until then. */
  public boolean settle(UUID id, LocalDate on, String by, String how) {
    return jdbc.sql("""
        update programme.weekly_report set settled_on = ?, settled_by = ?, settled_how = ?
        where id = ? and coordination <> '' and settled_on is null""").params(on, by, how, id).update() == 1;
  }

  private static WeeklyReport report(ResultSet row, int number) throws SQLException {
    var with = row.getString("coordination_with");
    return new WeeklyReport(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class),
        row.getString("area"), row.getObject("week", LocalDate.class), row.getObject("reported_on", LocalDate.class),
        row.getObject("reported_at", OffsetDateTime.class).toInstant(), row.getObject("reporter", UUID.class),
        row.getString("reporter_name"), row.getString("note"), row.getString("coordination"),
        with == null ? null : Mover.valueOf(with), row.getObject("settled_on", LocalDate.class),
        row.getString("settled_by"), row.getString("settled_how"), StoredJson.readList(row.getString("evidence"), UUID.class),
        row.getInt("days_lost"));
  }
}
