package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** The planner edits what gates ask for; what was stated of a condition stays, and what a module states is that module's. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class EditGateTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;

  private Browser planner;
  private Browser agent;
  private UUID project;

  @BeforeAll
  void aYearIsFrozen() {
    var year = years.frozen();
    project = year.projects().getFirst();
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    agent = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, project));
  }

  private static Map<String, Object> body(String code, String zh) {
    return new HashMap<>(Map.of("code", code, "text", Map.of("zh", zh, "en", "Fire lanes are clear"), "source", "消防法28",
        "unconfirmed", true, "role", "STREET", "evidenceRequired", false, "required", true, "leadDays", 5));
  }

  private String added(String gate) {
    var code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    var answer = planner.post("/api/gates/" + gate + "/conditions", body(code, "消防通道畅通"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return code;
  }

  private JsonNode condition(String gate, String code) {
    return conditions(gate).stream().filter(each -> each.path("code").asString().equals(code)).findFirst().orElseThrow();
  }

  private List<JsonNode> conditions(String gate) {
    return planner.get("/api/gates").body().valueStream().filter(each -> each.path("code").asString().equals(gate)).findFirst()
        .orElseThrow().path("conditions").valueStream().toList();
  }

  private JsonNode gateOfTheProject(String gate) {
    return agent.get("/api/projects/" + project + "/gates").body().path("gates").valueStream()
        .filter(each -> each.path("code").asString().equals(gate)).findFirst().orElseThrow();
  }

  private List<JsonNode> onTheChecklist(String gate, String code) {
    return gateOfTheProject(gate).path("conditions").valueStream()
        .filter(each -> each.path("code").asString().equals(code)).toList();
  }

  private Browser.Answer state(String gate, String code, String state, String reason) {
    return planner.put("/api/projects/" + project + "/gates/" + gate + "/conditions/" + code,
        Map.of("state", state, "reason", reason));
  }

  private Browser.Answer retire(String gate, String code, boolean retired) {
    return planner.put("/api/gates/" + gate + "/conditions/" + code + "/retirement",
        Map.of("version", condition(gate, code).path("version").asInt(), "retired", retired));
  }

  @Test
  void aConditionStatedBeforeItsWordsWereChangedKeepsItsStatement() {
    var code = added("ROOF");
    state("ROOF", code, "MET", "现场查过");
    var body = body(code, "消防通道和登高面畅通");
    body.putAll(Map.of("unconfirmed", false, "source", "消防救援大队 2022-04-20 函", "role", "CONTRACTOR", "version", 1));
    assertThat(planner.put("/api/gates/ROOF/conditions/" + code, body).status()).isEqualTo(200);
    assertThat(onTheChecklist("ROOF", code)).singleElement().satisfies(each -> {
      assertThat(each.at("/text/zh").asString()).isEqualTo("消防通道和登高面畅通");
      assertThat(each.path("unconfirmed").asBoolean()).isFalse();
      assertThat(each.path("role").asString()).isEqualTo("CONTRACTOR");
      assertThat(each.path("state").asString()).isEqualTo("MET");
      assertThat(each.path("reason").asString()).isEqualTo("现场查过");
    });
    assertThat(planner.put("/api/gates/ROOF/conditions/" + code, body).code()).as("seen before").isEqualTo("programme.version-conflict");
  }

  @Test
  void aRetiredConditionIsWaitedForNoMoreAndWhatWasStatedOfItStaysToRead() {
    var stated = added("ROOF");
    var never = added("ROOF");
    state("ROOF", stated, "MET", "文号 7");
    var missing = gateOfTheProject("ROOF").path("missing").asInt();
    assertThat(retire("ROOF", stated, true).status()).isEqualTo(200);
    assertThat(retire("ROOF", never, true).status()).isEqualTo(200);
    assertThat(gateOfTheProject("ROOF").path("missing").asInt()).isEqualTo(missing - 1);
    assertThat(onTheChecklist("ROOF", never)).isEmpty();
    assertThat(onTheChecklist("ROOF", stated)).singleElement().satisfies(each -> {
      assertThat(each.path("retiredOn").asString()).isNotBlank();
      assertThat(each.path("required").asBoolean()).isFalse();
      assertThat(each.path("reason").asString()).isEqualTo("文号 7");
    });
    assertThat(state("ROOF", stated, "OPEN", "撤回").code()).isEqualTo("programme.gate-condition-retired");
    assertThat(retire("ROOF", stated, false).status()).isEqualTo(200);
    assertThat(onTheChecklist("ROOF", stated).getFirst().path("state").asString()).isEqualTo("MET");
    assertThat(retire("ROOF", never, false).status()).isEqualTo(200);
    assertThat(gateOfTheProject("ROOF").path("missing").asInt()).isEqualTo(missing);
    retire("ROOF", never, true);
    retire("ROOF", stated, true);
  }

  @Test
  void conditionsAreReorderedOnlyWhenTheListIsOfThemAll() {
    var before = conditions("DELIVERY").stream().map(each -> each.path("code").asString()).toList();
    var turned = new ArrayList<>(before.reversed());
    assertThat(planner.put("/api/gates/DELIVERY/order", Map.of("codes", turned)).status()).isEqualTo(200);
    assertThat(conditions("DELIVERY").stream().map(each -> each.path("code").asString())).containsExactlyElementsOf(turned);
    assertThat(planner.put("/api/gates/DELIVERY/order", Map.of("codes", turned.subList(1, turned.size()))).code())
        .isEqualTo("programme.gate-order-stale");
    planner.put("/api/gates/DELIVERY/order", Map.of("codes", before));
  }

  @Test
  void whatAModuleStatesIsConfirmedByHandButNeitherChangedNorRetired() {
    var fed = condition("START", "CONSENT_RATIO");
    var body = new HashMap<String, Object>(Map.of("text", Map.of("zh", "别的话", "en", fed.at("/text/en").asString()),
        "source", "区住建局 2022 年文件", "unconfirmed", false, "role", "CONTRACTOR", "evidenceRequired", true, "required", false,
        "leadDays", 20, "version", fed.path("version").asInt()));
    var refused = planner.put("/api/gates/START/conditions/CONSENT_RATIO", body);
    assertThat(refused.code()).isEqualTo("programme.gate-fed");
    assertThat(refused.body().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/text", "/role", "/evidenceRequired", "/required");
    assertThat(retire("START", "CONSENT_RATIO", true).code()).isEqualTo("programme.gate-fed");
    body.putAll(Map.of("text", Map.of("zh", fed.at("/text/zh").asString(), "en", fed.at("/text/en").asString()), "role",
        fed.path("role").asString(), "evidenceRequired", fed.path("evidenceRequired").asBoolean(), "required", true));
    assertThat(planner.put("/api/gates/START/conditions/CONSENT_RATIO", body).status()).isEqualTo(200);
    assertThat(condition("START", "CONSENT_RATIO").path("unconfirmed").asBoolean()).isFalse();
    body.putAll(Map.of("unconfirmed", true, "source", fed.path("source").asString(), "leadDays", 30, "version",
        fed.path("version").asInt() + 1));
    assertThat(planner.put("/api/gates/START/conditions/CONSENT_RATIO", body).status()).isEqualTo(200);
  }

  @Test
  void everyFaultOfAConditionIsToldAtOnceWithAHint() {
    var body = body("no code", " ");
    body.putAll(Map.of("source", "", "leadDays", 366));
    var refused = planner.post("/api/gates/ROOF/conditions", body);
    assertThat(refused.body().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/code", "/leadDays", "/text/zh", "/source");
    assertThat(refused.body().path("errors")).allSatisfy(fault ->
        assertThat(fault.path("maybe").asString()).startsWith("可能："));
  }

  @Test
  void theRecordSaysWhoRetiredWhat() {
    var code = added("ROOF");
    retire("ROOF", code, true);
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, "320613"));
    assertThat(auditor.get("/api/audit/entries?act=programme.gate-retire").body().at("/items/0/facts/condition").asString())
        .isEqualTo(code);
    assertThat(agent.put("/api/gates/ROOF/order", Map.of("codes", List.of())).status()).isEqualTo(403);
  }
}
