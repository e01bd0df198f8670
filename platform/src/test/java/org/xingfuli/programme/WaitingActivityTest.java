package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.Utilities;
import tools.jackson.databind.JsonNode;

/** The planner says which activities wait for a window, and the next plan keeps to it. */
@PlatformTest
@Import({Staff.class, AYear.class})
class WaitingActivityTest {

  private static final String ROW = "/api/utility-rules/activities/CONNECTION/GAS/U04";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Utilities utilities;
  @Autowired MovableBusinessClock clock;

  private AYear.Frozen year;
  private Browser planner;

  @BeforeEach
  void aYearIsFrozen() {
    clock.moveTo(LocalDate.of(2021, 9, 1));
    year = years.frozen();
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  /** Which activities wait is the district's, and other tests plan by it. */
  @AfterEach
  void theActivityWaitsNoMore() {
    planner.send("DELETE", ROW, null);
  }

  private String draft() {
    return planner.post("/api/programmes/" + year.programme() + "/plans", Map.of()).body().path("id").asString();
  }

  private JsonNode changed(String plan) {
    return planner.get("/api/programmes/" + year.programme() + "/plans").body().valueStream()
        .filter(row -> row.path("id").asString().equals(plan)).findFirst().orElseThrow().path("changed");
  }

  private JsonNode bar(String plan) {
    return planner.get("/api/programmes/" + year.programme() + "/timetable?plan=" + plan + "&project="
        + year.projects().getFirst()).body().path("activities").valueStream()
        .filter(each -> each.path("code").asString().equals("U04")).findFirst().orElseThrow();
  }

  private LocalDate start(String plan) {
    return LocalDate.parse(bar(plan).path("start").asString());
  }

  @Test
  void anActivityToldToWaitStartsNoEarlierThanTheWindowInTheNextPlanAndTheDraftBeforeIsOutOfDate() {
    var window = years.planned(year.programme(), year.projects().getFirst(), "U04").start().plusDays(40);
    years.system(() -> {
      var id = utilities.request(new Utilities.Wish(RequestKind.CONNECTION, year.estates().getFirst(), List.of(),
          List.of(UtilityService.GAS), "接驳", null, window, window.plusDays(2), List.of()), "代建项目经理");
      utilities.agree(id, UtilityService.GAS);
      return true;
    });
    var before = draft();
    assertThat(start(before)).as("it waits for no window").isBefore(window);
    assertThat(changed(before)).isEmpty();
    assertThat(planner.post("/api/utility-rules/activities", Map.of("kind", "CONNECTION", "service", "GAS", "activityCode",
        "U04", "unconfirmed", true, "source", "")).status()).isEqualTo(201);
    assertThat(changed(before).findValuesAsString("what")).containsExactly("PROJECTS_CHANGED");
    assertThat(bar(before).at("/overrun/words/zh").asString()).as("held against what holds today").startsWith("燃气接驳窗口");
    var after = draft();
    assertThat(start(after)).isAfterOrEqualTo(window);
    assertThat(planner.get("/api/activities/" + bar(after).path("id").asString() + "/why/" + after).body().path("chain")
        .toString()).contains("燃气接驳窗口");
    assertThat(planner.send("DELETE", ROW, null).status()).isEqualTo(204);
    assertThat(start(draft())).isBefore(window);
  }
}
