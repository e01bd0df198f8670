package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import tools.jackson.databind.JsonNode;

/** What must start today, and the workbooks that go out to the sites. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class MustStartTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired MovableBusinessClock clock;

  private AYear.Frozen year;
  private Browser planner;

  @BeforeAll
  void aYearIsFrozen() {
    year = years.frozen();
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  @Test
  void anActivityPastItsLatestStartIsListedWithTheDaysItIsOverdue() {
    var base = "/api/programmes/" + year.programme();
    var project = year.projects().getFirst();
    // Everything is on time until D04 may begin; then nobody reports it for as long as it had float, and five days more.
    var demolition = years.planned(year.programme(), project, "D04");
    years.goneAsPlanned(year.programme(), demolition.start());
    var latest = bar(planner.get(base + "/timetable").body(), demolition.id().toString()).at("/latestStart").asString();
    clock.moveTo(LocalDate.parse(latest).plusDays(5));
    var found = new ArrayList<JsonNode>();
    for (var row : planner.get(base + "/must-start-today").body()) {
      if (row.at("/activityId").asString().equals(demolition.id().toString())) {
        found.add(row);
      }
    }
    assertThat(found).hasSize(1);
    var row = found.getFirst();
    assertThat(row.at("/code").asString()).isEqualTo("D04");
    assertThat(row.at("/projectId").asString()).isEqualTo(project.toString());
    assertThat(row.at("/streetName").asString()).isEqualTo("虹桥街道");
    assertThat(row.at("/latestStart").asString()).isEqualTo(latest);
    assertThat(row.at("/overdueDays").asInt()).isEqualTo(5);
    var book = planner.read(base + "/must-start-today.xlsx");
    assertThat(book.status()).isEqualTo(200);
    assertThat(book.text()).contains("今日必须开工", row.at("/projectName").asString(), "D04", "虹桥街道");
  }

  @Test
  void theWorkbookHoldsTheStreetAndTheWordsTheScreenIsNarrowedTo() {
    var base = "/api/programmes/" + year.programme();
    var names = new ArrayList<String>();
    planner.get(base + "/projects").body().forEach(project -> names.add(project.at("/name").asString()));
    var street = planner.read(base + "/timetable.xlsx?street=" + AYear.XUETIAN).text();
    assertThat(street).contains(names.get(2)).doesNotContain(names.get(0) + "<");
    var named = planner.read(base + "/timetable.xlsx?search=" + URLEncoder.encode(
        names.get(1), StandardCharsets.UTF_8)).text();
    assertThat(named).contains(names.get(1)).doesNotContain(names.get(2));
  }

  private static JsonNode bar(JsonNode view, String id) {
    for (var bar : view.at("/activities")) {
      if (bar.at("/id").asString().equals(id)) {
        return bar;
      }
    }
    throw new AssertionError(id);
  }
}
