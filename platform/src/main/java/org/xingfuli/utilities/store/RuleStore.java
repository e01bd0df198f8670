package org.xingfuli.utilities.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.utilities.Service;
import org.xingfuli.utilities.model.Rules;

/** What is configured: services with their capacities, rules, and which firm signs for what. */
@Component
public class RuleStore {

  /**
   * A service as configured.
   *
   * @param answerDays working days to answer in
   * @param perDay windows it can serve on a day, {@code perWeek} in a week from Monday
   */
  public record ServiceRow(Service service, int answerDays, int perDay, int perWeek, @Nullable String hotline,
      boolean unconfirmed, String source) {}

  private final JdbcClient jdbc;

  RuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<ServiceRow> services() {
    return jdbc.sql("select * from utilities.service order by position")
        .query((row, n) -> new ServiceRow(Service.valueOf(row.getString("code")), row.getInt("answer_days"),
            row.getInt("per_day"), row.getInt("per_week"), row.getString("hotline"), row.getBoolean("unconfirmed"),
            row.getString("source"))).list();
  }

  public ServiceRow service(Service service) {
    return services().stream().filter(row -> row.service() == service).findFirst().orElseThrow();
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

  /** The services a firm signs for. */
  public Set<Service> providedBy(UUID organisation) {
    return new HashSet<>(jdbc.sql("select service from utilities.provider where organisation_id = ?").param(organisation)
        .query((row, n) -> Service.valueOf(row.getString(1))).list());
  }

  public void provide(UUID organisation, List<Service> services) {
    jdbc.sql("delete from utilities.provider where organisation_id = ?").param(organisation).update();
    services.stream().distinct().forEach(service ->
        jdbc.sql("insert into utilities.provider (organisation_id, service) values (?, ?)")
            .params(organisation, service.name()).update());
  }
}
