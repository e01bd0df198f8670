package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.Utilities;
import tools.jackson.databind.JsonNode;

/** The end of an agreed window is a constraint the timetable shows: what is planned beyond it is said in words. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class WindowEndTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Utilities utilities;
  @Autowired MovableBusinessClock clock;

  private AYear.Frozen year;
  private Browser planner;

  @BeforeAll
  void aYearIsFrozen() {
    clock.moveTo(LocalDate.of(2021, 9, 1));
    year = years.frozen();
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  private JsonNode bar(UUID project, String code) {
    return planner.get("/api/programmes/" + year.programme() + "/timetable?project=" + project).body().path("activities")
        .valueStream().filter(each -> each.path("code").asString().equals(code)).findFirst().orElseThrow();
  }

  /** A connection agreed for the estate of one of the projects. */
  private UUID agreed(int project, UtilityService service, LocalDate from, LocalDate to) {
    return years.system(() -> {
      var id = utilities.request(new Utilities.Wish(RequestKind.CONNECTION, year.estates().get(project), List.of(),
          List.of(service), "接驳", null, from, to, List.of()), "代建项目经理");
      utilities.agree(id, service);
      return id;
    });
  }

  @Test
  void anActivityPlannedBeyondItsWindowSaysSoUntilTheWindowIsLongEnough() {
    var project = year.projects().getFirst();
    var planned = years.planned(year.programme(), project, "U06");
    assertThat(bar(project, "U06").path("overrun").isNull()).isTrue();
    var early = agreed(0, UtilityService.GAS, planned.finish().minusDays(3), planned.finish().minusDays(1));
    var overrun = bar(project, "U06").path("overrun");
    assertThat(overrun.path("until").asString()).isEqualTo(planned.finish().minusDays(1).toString());
    assertThat(overrun.at("/words/zh").asString()).startsWith("燃气接驳窗口 ").contains("止，排到");
    assertThat(bar(project, "U05").path("overrun").isNull()).as("waits for water").isTrue();
    assertThat(bar(year.projects().get(1), "U06").path("overrun").isNull()).as("another estate").isTrue();
    var second = agreed(0, UtilityService.GAS, planned.finish(), planned.finish().plusDays(2));
    assertThat(bar(project, "U06").path("overrun").isNull()).as("work goes on in the second window").isTrue();
    years.system(() -> {
      utilities.withdraw(second, "取消");
      return true;
    });
    assertThat(bar(project, "U06").path("overrun").isNull()).isFalse();
    years.system(() -> {
      utilities.withdraw(early, "取消");
      return true;
    });
    assertThat(bar(project, "U06").path("overrun").isNull()).isTrue();
  }

  @Test
  void ofTwoServicesTheOneThatClosesFirstCounts() {
    var project = year.projects().get(1);
    var planned = years.planned(year.programme(), project, "U07");
    var power = agreed(1, UtilityService.POWER, planned.start(), planned.finish().plusDays(5));
    assertThat(bar(project, "U07").path("overrun").isNull()).isTrue();
    agreed(1, UtilityService.TELECOM, planned.start(), planned.finish().minusDays(1));
    assertThat(bar(project, "U07").at("/overrun/words/en").asString()).startsWith("Telecom window ends ");
    assertThat(power).isNotNull();
  }

  private JsonNode why(JsonNode bar, String ofPlan) {
    var answer = planner.get("/api/activities/" + bar.path("id").asString() + "/why" + ofPlan);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private String frozenPlan() {
    return planner.get("/api/programmes/" + year.programme() + "/plans").body().valueStream()
        .filter(plan -> plan.path("state").asString().equals("FROZEN")).findFirst().orElseThrow().path("id").asString();
  }

  @Test
  void whoAsksWhyOfAnActivityBeyondItsWindowIsToldSoByTheForecastAndByThePlan() {
    var project = year.projects().getFirst();
    var planned = years.planned(year.programme(), project, "U07");
    var bar = bar(project, "U07");
    assertThat(why(bar, "").path("chain").findValuesAsString("kind")).doesNotContain("WINDOW");
    agreed(0, UtilityService.POWER, planned.finish().minusDays(3), planned.finish().minusDays(1));
    var why = why(bar, "");
    assertThat(why.at("/chain/0/kind").asString()).isEqualTo("WINDOW");
    assertThat(why.at("/chain/0/activityId").asString()).isEqualTo(bar.path("id").asString());
    assertThat(why.at("/chain/0/reason/zh").asString()).startsWith("供电接驳窗口 ").contains("止，排到");
    assertThat(why.at("/chain/0/reason/en").asString()).startsWith("Power window ends ");
    assertThat(why.path("chain").valueStream().mapToInt(link -> link.path("days").asInt()).sum())
        .isEqualTo(why.path("shiftDays").asInt());
    assertThat(why(bar, "/" + frozenPlan()).path("chain").get(0)).isEqualTo(why.path("chain").get(0));
    assertThat(why(bar(project, "U01"), "").path("chain").findValuesAsString("kind")).as("waits for no window")
        .doesNotContain("WINDOW");
  }

  @Test
  void theWorkbookOfTheTimetableSaysItToo() {
    var project = year.projects().get(2);
    var planned = years.planned(year.programme(), project, "U05");
    agreed(2, UtilityService.WATER, planned.start(), planned.finish().minusDays(1));
    var book = planner.read("/api/programmes/" + year.programme() + "/timetable.xlsx?project=" + project);
    assertThat(book.status()).isEqualTo(200);
    assertThat(book.text()).contains("供水接驳窗口");
  }
}
