package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.store.ForecastStore;

/** A year's holidays are taken in whole, with every date they move, or not at all. */
@PlatformTest
@Import({Staff.class, AYear.class})
class HolidayImportTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Programmes programmes;
  @Autowired ForecastStore forecasts;
  @Autowired MovableBusinessClock clock;
  @Value("${xingfuli.database.url}") String url;
  @Value("${xingfuli.database.migrator.user}") String user;
  @Value("${xingfuli.database.migrator.password}") String password;

  private JdbcClient migrator() {
    return JdbcClient.create(new DriverManagerDataSource(url, user, password));
  }

  private Browser planner() {
    return new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  /** The year with one long holiday from 30 April to the end of May. */
  private static Map<String, Object> may(int year) {
    var days = new ArrayList<Map<String, Object>>();
    LocalDate.of(year, 4, 30).datesUntil(LocalDate.of(year, 6, 1))
        .forEach(date -> days.add(Map.of("name", "劳动节", "date", date.toString(), "isOffDay", true)));
    return Map.of("year", year, "papers", List.of(), "days", days);
  }

  private UUID forecastYear() {
    var year = years.frozen();
    years.system(() -> {
      programmes.forecastNow(year.programme());
      return true;
    });
    return year.programme();
  }

  private int yearOf(UUID programme) {
    return years.system(() -> programmes.chart(programme)).year();
  }

  @Test
  void aFailureInTheMiddleLeavesCalendarDatesAndRecordAsTheyWere() {
    clock.moveTo(LocalDate.of(2021, 9, 1));
    var one = forecastYear();
    var other = forecastYear();
    var year = Math.max(yearOf(one), yearOf(other));
    var planner = planner();
    var calendar = planner.get("/api/calendar/" + year).body();
    var before = List.of(years.system(() -> forecasts.activities(one)), years.system(() -> forecasts.activities(other)));
    // The programmes are refreshed newest first; the second one's forecast cannot be written, whether a date of it moves or not.
    migrator().sql("alter table programme.forecast add constraint broken check (programme_id <> '" + one + "') not valid")
        .update();
    try {
      assertThat(planner.post("/api/calendar/" + year, may(year)).status()).isBetween(400, 599);
    } finally {
      migrator().sql("alter table programme.forecast drop constraint broken").update();
    }
    assertThat(planner.get("/api/calendar/" + year).body()).isEqualTo(calendar);
    assertThat(List.of(years.system(() -> forecasts.activities(one)), years.system(() -> forecasts.activities(other))))
        .isEqualTo(before);
    assertThat(migrator().sql("select count(*) from programme.holiday_year where year = ?").param(year)
        .query(Integer.class).single()).isZero();

    var taken = planner.post("/api/calendar/" + year, may(year));
    assertThat(taken.status()).as("%s", taken.body()).isEqualTo(200);
    assertThat(planner.get("/api/calendar/" + year).body()).isNotEqualTo(calendar);
  }

  @Test
  void everyDateThatMovedIsRecordedWithTheYearNodesAndActivitiesAlike() {
    clock.moveTo(LocalDate.of(2021, 9, 1));
    var programme = forecastYear();
    var year = yearOf(programme);
    var activities = years.system(() -> forecasts.activities(programme));
    var taken = planner().post("/api/calendar/" + year, may(year));
    assertThat(taken.status()).as("%s", taken.body()).isEqualTo(200);
    var after = years.system(() -> forecasts.activities(programme));
    var moved = 0;
    for (int i = 0; i < after.size(); i++) {
      moved += after.get(i).start().equals(activities.get(i).start()) ? 0 : 1;
      moved += after.get(i).finish().equals(activities.get(i).finish()) ? 0 : 1;
    }
    assertThat(moved).isPositive();
    assertThat(taken.body().at("/activities").asInt()).isGreaterThanOrEqualTo(moved);
    var recorded = migrator().sql("select recomputed from programme.holiday_year where year = ?").param(year)
        .query(String.class).single();
    assertThat(recorded.split("\"what\"", -1)).hasSize(
        1 + taken.body().at("/recomputed").size() + taken.body().at("/activities").asInt());
    assertThat(taken.body().at("/recomputed").toString()).contains(year + " M2");
  }
}
