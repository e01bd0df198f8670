package org.xingfuli.utilities.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.model.Rules;

/** What is configured: services with their capacities and rules. */
@Component
public class RuleStore {

  /**
   * A service as configured.
   *
   * @param answerDays working days to answer in
   * @param perDay windows it can serve on a day, {@code perWeek} in a week from Monday
   */
  public record ServiceRow(UtilityService service, int answerDays, int perDay, int perWeek, @Nullable String hotline,
      boolean unconfirmed, String source, int version) {}

  private final JdbcClient jdbc;

  RuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<ServiceRow> services() {
    return jdbc.sql("select * from utilities.service order by position")
        .query((row, n) -> new ServiceRow(UtilityService.valueOf(row.getString("code")), row.getInt("answer_days"),
            row.getInt("per_day"), row.getInt("per_week"), row.getString("hotline"), row.getBoolean("unconfirmed"),
            row.getString("source"), row.getInt("version"))).list();
  }

  public ServiceRow service(UtilityService service) {
    return services().stream().filter(row -> row.service() == service).findFirst().orElseThrow();
  }

  /** In the order of the activities, then of services. */
  public List<Rules.Waiting> waiting() {
    return jdbc.sql("""
        select a.* from utilities.activity a join utilities.service s on s.code = a.service
        order by a.activity_code, s.position, a.kind""")
        .query((row, n) -> new Rules.Waiting(RequestKind.valueOf(row.getString("kind")),
            UtilityService.valueOf(row.getString("service")), row.getString("activity_code"), row.getBoolean("unconfirmed"),
            row.getString("source"), row.getInt("version"))).list();
  }

  /** Lets the activity wait; returns whether it did not yet. */
  public boolean insert(Rules.Waiting row) {
    return jdbc.sql("""
        insert into utilities.activity (kind, service, activity_code, unconfirmed, source) values (?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(row.kind().name(), row.service().name(), row.activityCode(), row.unconfirmed(), row.source()).update() == 1;
  }

  public boolean update(Rules.Waiting row) {
    return jdbc.sql("""
        update utilities.activity set unconfirmed = ?, source = ?, version = version + 1
        where kind = ? and service = ? and activity_code = ? and version = ?""")
        .params(row.unconfirmed(), row.source(), row.kind().name(), row.service().name(), row.activityCode(), row.version())
        .update() == 1;
  }

  public boolean removeWaiting(RequestKind kind, UtilityService service, String activityCode) {
    return jdbc.sql("delete from utilities.activity where kind = ? and service = ? and activity_code = ?")
        .params(kind.name(), service.name(), activityCode).update() == 1;
  }

  public List<Rules.Row> rows() {
    return jdbc.sql("select * from utilities.rule order by code")
        .query((row, n) -> new Rules.Row(row.getString("code"), row.getString("value"), row.getBoolean("unconfirmed"),
            row.getString("source"), row.getInt("version"))).list();
  }

  /** Writes the row when the version is still the one read; returns whether it was. */
  public boolean update(Rules.Row row) {
    return jdbc.sql("""
        update utilities.rule set value = ?, unconfirmed = ?, source = ?, version = version + 1
        where code = ? and version = ?""")
        .params(row.value(), row.unconfirmed(), row.source(), row.code(), row.version()).update() == 1;
  }

  /** Writes what may be edited of a service when the version is still the one read; returns whether it was. */
  public boolean update(ServiceRow row) {
    return jdbc.sql("""
        update utilities.service set answer_days = :answer, per_day = :day, per_week = :week, hotline = :hotline,
          unconfirmed = :unconfirmed, source = :source, version = version + 1
        where code = :code and version = :version""")
        .param("answer", row.answerDays()).param("day", row.perDay()).param("week", row.perWeek())
        .param("hotline", row.hotline()).param("unconfirmed", row.unconfirmed()).param("source", row.source())
        .param("code", row.service().name()).param("version", row.version()).update() == 1;
  }

  /** In the order of the days. */
  public List<Rules.ExamDay> examRows() {
    return jdbc.sql("select * from utilities.exam_day order by day")
        .query((row, n) -> new Rules.ExamDay(row.getObject("day", LocalDate.class), row.getString("name"),
            row.getBoolean("unconfirmed"), row.getString("source"), row.getInt("version"))).list();
  }

  /** Adds a day; returns whether there was none on that date. */
  public boolean insert(Rules.ExamDay day) {
    return jdbc.sql("""
        insert into utilities.exam_day (day, name, unconfirmed, source) values (?, ?, ?, ?) on conflict do nothing""")
        .params(day.day(), day.name(), day.unconfirmed(), day.source()).update() == 1;
  }

  public boolean update(Rules.ExamDay day) {
    return jdbc.sql("""
        update utilities.exam_day set name = ?, unconfirmed = ?, source = ?, version = version + 1
        where day = ? and version = ?""")
        .params(day.name(), day.unconfirmed(), day.source(), day.day(), day.version()).update() == 1;
  }

  public boolean remove(LocalDate day) {
    return jdbc.sql("delete from utilities.exam_day where day = ?").param(day).update() == 1;
  }

  public Rules rules() {
    return Rules.of(rows(), examDays());
  }

  public Map<LocalDate, String> examDays() {
    return examRows().stream().collect(Collectors.toMap(Rules.ExamDay::day, Rules.ExamDay::name));
  }
}
