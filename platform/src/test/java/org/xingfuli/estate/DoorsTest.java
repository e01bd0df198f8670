package org.xingfuli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.HouseholdLine;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;

/** A door is told to those who visit it or keep the register, in the search, the history and the workbooks, and to nobody else. */
@PlatformTest
@Import(Staff.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {

  @Autowired private Staff staff;
  @Autowired private Transactions transactions;
  @Autowired private EstateIntake intake;
  @LocalServerPort private int port;

  private final String unique = "D" + UUID.randomUUID().toString().substring(0, 6);
  private Browser planner;
  private Browser officer;
  private Browser commander;

  @BeforeAll
  void aDoorThatWasPutRight() {
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    officer = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, "320613005"));
    commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, "320613"));
    var zero = BigDecimal.ZERO;
    transactions.run(SystemScope.of("test"), () -> intake.take(
        List.of(new EstateLine(0, unique, "门里" + unique, "320613005", null, null, null, null, new BigDecimal(9000), null, 1, 1,
            zero, zero, zero, zero, 1, 1, zero)),
        List.of(new BuildingLine(0, unique, "12", 6, 1990, new BigDecimal(3000), 3, false)),
        List.of(new HouseholdLine(0, unique, "12", 3, 4, "402", new BigDecimal(80), "李某", null))));
    var building = planner.get(estate() + "/buildings").body().path(0).path("id").asString();
    var household = planner.get("/api/buildings/" + building + "/households").body().path("items").path(0);
    var put = planner.send("PUT", "/api/households/" + household.path("id").asString(),
        Map.of("version", household.path("version").asInt(), "door", "403", "reason", "以门牌为准"));
    assertThat(put.status()).as("%s", put.body()).isEqualTo(204);
  }

  private String estate() {
    return "/api/estates/" + planner.get("/api/estates?query=" + unique).body().path("items").path(0).path("id").asString();
  }

  private List<String> kinds(Browser who, String words) {
    return who.get("/api/search?q=" + words + unique).body().valueStream().map(hit -> hit.path("kind").asString()).toList();
  }

  @Test
  void theSearchFindsDoorsOnlyForThoseWhoSeeThem() {
    assertThat(kinds(planner, "")).containsExactly("ESTATE", "BUILDING", "HOUSEHOLD");
    assertThat(kinds(officer, "403,")).containsExactly("HOUSEHOLD");
    assertThat(kinds(commander, "")).containsExactly("ESTATE", "BUILDING");
    assertThat(kinds(commander, "403,")).isEmpty();
  }

  @Test
  void theHistoryMasksTheDoorWhereItIsASubjectAndWhereItChanged() {
    var seen = planner.get(estate() + "/history").body().path("items").path(0);
    assertThat(seen.path("name").asString()).contains("12号楼 3单元 40");
    assertThat(seen.path("changes").toString()).contains("402", "403");
    var masked = commander.get(estate() + "/history").body().path("items").path(0);
    assertThat(masked.path("act").asString()).isEqualTo("estate.change-household");
    assertThat(masked.path("name").asString()).endsWith("12号楼 3单元 4**室");
    assertThat(masked.path("changes")).singleElement().satisfies(change -> assertThat(change.toString())
        .contains("door", "4**").doesNotContain("402", "403"));
    assertThat(planner.read(estate() + "/history.xlsx").text()).contains("402", "403");
    assertThat(commander.read(estate() + "/history.xlsx").text()).contains("4**").doesNotContain("402", "403");
  }

  @Test
  void theWorkbookInTheImportsFormIsForThoseWhoImport() {
    assertThat(officer.read("/api/estates/export?query=" + unique).text()).contains("403");
    assertThat(commander.get("/api/estates/export?query=" + unique).status()).isEqualTo(403);
  }
}
