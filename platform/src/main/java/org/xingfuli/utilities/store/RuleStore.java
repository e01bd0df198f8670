package org.xingfuli.utilities.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
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
      boolean unconfirmed, String source) {}

  private final JdbcClient jdbc;

  RuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<ServiceRow> services() {
    return jdbc.sql("select * from utilities.service order by position")
        .query((row, n) -> new ServiceRow(UtilityService.valueOf(row.getString("code")), row.getInt("answer_days"),
            row.getInt("per_day"), row.getInt("per_week"), row.getString("hotline"), row.getBoolean("unconfirmed"),
            row.getString("source"))).list();
  }

  public ServiceRow service(UtilityService service) {
    return services().stream().filter(row -> row.service() == service).findFirst().orElseThrow();
  }

  /** An activity of the template that waits for a window. */
  public record ActivityRow(RequestKind kind, UtilityService service, String code) {}

  public List<ActivityRow> activityCodes() {
    return jdbc.sql("select kind, service, activity_code from utilities.activity order by activity_code")
        .query((row, n) -> new ActivityRow(RequestKind.valueOf(row.getString("kind")),
            UtilityService.valueOf(row.getString("service")), row.getString("activity_code"))).list();
  }

  public List<Rules.Row> rows() {
    return jdbc.sql("select * from utilities.rule order by code")
        .query((row, n) -> new Rules.Row(row.getString("code"), row.getString("value"), row.getBoolean("unconfirmed"),
            row.getString("source"))).list();
  }

  public Rules rules() {
    return Rules.of(rows(), examDays());
  }

  public Map<LocalDate, String> examDays() {
    var days = new HashMap<LocalDate, String>();
    jdbc.sql("select day, name from utilities.exam_day").query((RowCallbackHandler) row ->
        days.put(row.getObject("day", LocalDate.class), row.getString("name")));
    return days;
  }
}
