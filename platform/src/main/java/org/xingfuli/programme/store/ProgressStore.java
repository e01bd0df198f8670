package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.model.ProgressReport;

/** Progress reports; only ever added. */
@Component
public class ProgressStore {

  private final JdbcClient jdbc;

  ProgressStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(ProgressReport report) {
    var reason = report.reason();
    jdbc.sql("""
        insert into programme.progress_report (id, activity_id, project_id, area, reported_on, reported_at, reporter,
          reporter_name, percent, days_lost, reason, note, actual_start, actual_finish)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Values.of(report.id(), report.activityId(), report.projectId(), report.area(), report.reportedOn(),
            PlanStore.utc(report.reportedAt()), report.reporter(), report.reporterName(), report.percent(),
            report.daysLost(), reason == null ? null : reason.name(), report.note(), report.actualStart(),
            report.actualFinish()))
        .update();
  }

  /** In the order they were made. */
  public List<ProgressReport> ofActivity(UUID activityId) {
    return jdbc.sql("select * from programme.progress_report where activity_id = ? order by reported_on, id")
        .param(activityId).query(ProgressStore::report).list();
  }

  /** In how many of a programme's projects somebody has reported on the activity of this code. */
  public int projectsReporting(UUID programmeId, String code) {
    return jdbc.sql("""
        select count(distinct p.id) from programme.progress_report r
        join programme.activity a on a.id = r.activity_id join programme.project p on p.id = a.project_id
        where p.programme_id = ? and a.code = ?""").params(programmeId, code)
        .query((row, number) -> row.getInt(1)).single();
  }

  /** Holds the activity's row, so that two reports of it are checked one after the other. */
  public void lock(UUID activityId) {
    jdbc.sql("select id from programme.activity where id = ? for update").param(activityId)
        .query((row, number) -> row.getString(1)).optional();
  }

  /** The newest reports of a project. */
  public List<ProgressReport> latestOfProject(UUID projectId, int most) {
    return jdbc.sql("""
        select * from programme.progress_report where project_id = ? order by reported_on desc, id desc limit ?""")
        .params(projectId, most).query(ProgressStore::report).list();
  }

  /** All reports of a project, in the order they were made. */
  public List<ProgressReport> ofProject(UUID projectId) {
    return jdbc.sql("select * from programme.progress_report where project_id = ? order by reported_on, id")
        .param(projectId).query(ProgressStore::report).list();
  }

  /** All reports of a programme's projects, in the order they were made. */
  public List<ProgressReport> ofProgramme(UUID programmeId) {
    return jdbc.sql("""
        select r.* from programme.progress_report r join programme.project p on p.id = r.project_id
        where p.programme_id = ? order by r.reported_on, r.id""").param(programmeId)
        .query(ProgressStore::report).list();
  }

  /**
   * What was written since a moment of the database.
   *
   * @param now the moment of this reading: every transaction before it has ended
   * @param settled written before {@code now}: no later reading since {@code now} brings them again, or others like them
   * @param unsettled written by transactions as young as {@code now} or younger, the running one among them
   */
  public record Since(String now, List<ProgressReport> settled, List<ProgressReport> unsettled) {}

  /** @param moment {@code now} of an earlier reading, or null to read everything */
  public Since since(UUID programmeId, @Nullable String moment) {
    var now = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
        .query((row, number) -> row.getString(1)).single();
    var settled = new ArrayList<ProgressReport>();
    var unsettled = new ArrayList<ProgressReport>();
    jdbc.sql("""
        select r.*, r.written < ?::xid8 as settled
        from programme.progress_report r join programme.project p on p.id = r.project_id
        where p.programme_id = ? and r.written >= ?::xid8""")
        .params(now, programmeId, moment == null ? "0" : moment)
        .query(row -> {
          (row.getBoolean("settled") ? settled : unsettled).add(report(row, 0));
        });
    return new Since(now, settled, unsettled);
  }

  private static ProgressReport report(ResultSet row, int number) throws SQLException {
    var reason = row.getString("reason");
    return new ProgressReport(
        row.getObject("id", UUID.class), row.getObject("activity_id", UUID.class),
        row.getObject("project_id", UUID.class), row.getString("area"),
        row.getObject("reported_on", LocalDate.class), row.getObject("reported_at", OffsetDateTime.class).toInstant(),
        row.getObject("reporter", UUID.class), row.getString("reporter_name"), row.getInt("percent"),
        row.getInt("days_lost"), reason == null ? null : LossReason.valueOf(reason), row.getString("note"),
        row.getObject("actual_start", LocalDate.class), row.getObject("actual_finish", LocalDate.class));
  }
}
