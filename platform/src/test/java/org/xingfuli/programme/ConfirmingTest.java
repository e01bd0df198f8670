package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** What the programme assumes is flagged until the district confirms it, and whoever confirms it is on record. */
@PlatformTest
@Import({Staff.class, AYear.class})
class ConfirmingTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;

  private Browser planner;
  private String programme;

  @BeforeEach
  void aPlannerOpensAYear() {
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    programme = "/api/programmes/" + years.open();
  }

  private JsonNode row(String what, String code) {
    for (var row : planner.get(programme + "/" + what).body()) {
      if (row.at("/code").asString().equals(code)) {
        return row;
      }
    }
    throw new AssertionError(code);
  }

  private Browser.Answer edit(String what, String code, Map<String, ?> changes) {
    var body = new HashMap<String, Object>(changes);
    body.put("version", row(what, code).at("/version").asInt());
    return planner.send("PUT", programme + "/" + what + "/" + code, body);
  }

  private List<String> recorded(String act, String fact) {
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, "320613"));
    var id = programme.substring("/api/programmes/".length());
    var facts = new ArrayList<String>();
    for (var entry : auditor.get("/api/audit/entries?act=" + act).body().at("/items")) {
      if (entry.at("/subjectId").asString().equals(id)) {
        facts.add(entry.at("/facts/" + fact).asString());
      }
    }
    return facts;
  }

  @Test
  void aCrewIsFlaggedUntilTheDistrictConfirmsItAndAgainWhenItTakesThatBack() {
    var before = row("crews", "roofing_crew");
    assertThat(before.at("/assumption").asBoolean()).isTrue();
    var confirmed = edit("crews", "roofing_crew", Map.of("capacity", 28, "changes", List.of(), "assumption", false,
        "source", "2021 年各施工单位报送"));
    assertThat(confirmed.status()).as("%s", confirmed.body()).isEqualTo(200);
    assertThat(confirmed.body().at("/assumption").asBoolean()).isFalse();
    assertThat(row("crews", "roofing_crew").at("/source").asString()).isEqualTo("2021 年各施工单位报送");
    edit("crews", "roofing_crew", Map.of("capacity", before.at("/capacity").asInt(), "changes", before.at("/changes"),
        "assumption", true, "source", before.at("/source").asString()));
    var undone = row("crews", "roofing_crew");
    assertThat(undone.at("/assumption").asBoolean()).isTrue();
    assertThat(undone.at("/source")).isEqualTo(before.at("/source"));
    assertThat(undone.at("/capacity")).isEqualTo(before.at("/capacity"));
    assertThat(recorded("programme.crew-change", "confirmed")).containsExactlyInAnyOrder("true", "false");
    assertThat(recorded("programme.crew-change", "source")).contains("2021 年各施工单位报送");
  }

  @Test
  void anActivityIsFlaggedUntilTheDistrictConfirmsItAndTheRecordSaysWhetherItDid() {
    assertThat(row("template", "R03").at("/assumption").asBoolean()).isTrue();
    edit("template", "R03", Map.of("duration", 33, "assumption", false, "source", "本区近三年实绩"));
    assertThat(row("template", "R03").at("/assumption").asBoolean()).isFalse();
    edit("template", "R03", Map.of("duration", 34));
    assertThat(row("template", "R03").at("/assumption").asBoolean()).as("an edit of a number alone").isFalse();
    edit("template", "R03", Map.of("assumption", true));
    assertThat(row("template", "R03").at("/assumption").asBoolean()).isTrue();
    assertThat(recorded("programme.template-change", "confirmed"))
        .containsExactlyInAnyOrder("true", "true", "false");
  }

  @Test
  void whoSawANodeBeforeAColleagueMovedItIsToldAndAnUndoBringsTheFlagBack() {
    var node = planner.get(programme + "/nodes").body().get(2);
    var path = programme + "/nodes/" + node.at("/id").asString();
    var date = node.at("/nominalDate").asString();
    var version = node.at("/version").asInt();
    var flag = node.at("/unconfirmed").asBoolean();
    var moved = planner.send("PUT", path, Map.of("version", version, "nominalDate", date.replace("-31", "-25"), "weight", 4));
    assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
    assertThat(moved.body().at("/unconfirmed").asBoolean()).isFalse();
    var late = planner.send("PUT", path, Map.of("version", version, "nominalDate", date, "weight", 9));
    assertThat(late.code()).isEqualTo("programme.version-conflict");
    assertThat(planner.get(programme + "/nodes").body().get(2)).isEqualTo(moved.body());
    var undone = planner.send("PUT", path, Map.of("version", moved.body().at("/version").asInt(), "nominalDate", date,
        "weight", node.at("/weight").asInt(), "unconfirmed", flag));
    assertThat(undone.body().at("/unconfirmed").asBoolean()).isEqualTo(flag);
    assertThat(undone.body().at("/nominalDate").asString()).isEqualTo(date);
  }

  @Test
  void bothFaultsOfANodeAreToldAtOnce() {
    var node = planner.get(programme + "/nodes").body().get(2).at("/id").asString();
    var refused = planner.send("PUT", programme + "/nodes/" + node, Map.of("nominalDate", "1999-05-31", "weight", 101));
    assertThat(refused.body().at("/errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/nominalDate", "/weight");
  }
}
