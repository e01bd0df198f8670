package org.xingfuli.utilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.notice.AllSaid;
import org.xingfuli.notice.flow.TakeApart;
import tools.jackson.databind.JsonNode;

/** Nobody learns of a request by looking: who must act is told, and what comes too late to tell the households is not agreed. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, UtilityObjects.class})
class UtilityNoticesTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired UtilityObjects objects;
  @Autowired TakeApart takeApart;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;

  private Browser agent() {
    return new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, world.project()));
  }

  private Browser officer(UtilityService service) {
    return new Browser(port).signedIn(objects.officer(service));
  }

  private static JsonNode ask(Browser agent, Map<String, Object> body) {
    var answer = agent.post("/api/utility-requests", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body();
  }

  private static Browser.Answer answer(Browser who, JsonNode request, UtilityService service, String answer) {
    return who.post("/api/utility-requests/" + request.path("id").asString() + "/answers",
        Map.of("service", service, "answer", answer, "reason", "图纸缺一页"));
  }

  /** Titles of the person's notices that speak of the request. */
  private List<String> heard(Browser person, JsonNode request) {
    AllSaid.reaches(takeApart, transactions, jdbc);
    return person.get("/api/notices?limit=50").body().path("items").valueStream().map(JsonNode::toString)
        .filter(words -> words.contains(request.path("number").asString())).toList();
  }

  @Test
  void theOfficersOfTheServicesAskedHearOfItAndNoOthers() {
    var gas = officer(UtilityService.GAS);
    var water = officer(UtilityService.WATER);
    var request = ask(agent(), objects.asking(Place.OWN, UtilityService.GAS));
    assertThat(heard(gas, request)).singleElement().asString().contains("等您会签");
    assertThat(heard(water, request)).isEmpty();
  }

  @Test
  void whoeverAskedHearsOfARefusalWhoseTypedReasonStaysOnTheRequest() {
    var agent = agent();
    var request = ask(agent, objects.asking(Place.OWN, UtilityService.GAS));
    assertThat(answer(officer(UtilityService.GAS), request, UtilityService.GAS, "REFUSE").status()).isEqualTo(200);
    assertThat(heard(agent, request)).singleElement().asString().contains("退回").contains(request.path("id").asString())
        .doesNotContain("图纸缺一页");
  }

  @Test
  void anAgreementIsToldWhenItIsEverybodysAndTheCommunityHearsThatSheetsAreDue() {
    var agent = agent();
    var community = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.area(Place.OWN)));
    var request = ask(agent, objects.asking(Place.OWN, UtilityService.WATER, UtilityService.GAS));
    answer(officer(UtilityService.GAS), request, UtilityService.GAS, "AGREE");
    assertThat(heard(agent, request)).isEmpty();
    answer(officer(UtilityService.WATER), request, UtilityService.WATER, "AGREE");
    assertThat(heard(agent, request)).singleElement().asString().contains("已全部会签");
    assertThat(heard(community, request)).singleElement().asString().contains("待张贴");
  }

  @Test
  void anOutageThatHouseholdsCannotBeToldOfInTimeIsNotAgreed() {
    var request = ask(agent(), objects.asking(Place.OWN, UtilityService.GAS));
    begins(request, clock.today().plusDays(1));
    var refused = answer(officer(UtilityService.GAS), request, UtilityService.GAS, "AGREE");
    assertThat(refused.code()).isEqualTo("utilities.too-late-to-tell");
    assertThat(answer(officer(UtilityService.GAS), request, UtilityService.GAS, "REFUSE").status()).isEqualTo(200);
  }

  @Test
  void ofTwoWhoAskForTheSameBuildingAndDayAtOnceOneIsRefused() {
    var one = agent();
    var other = agent();
    for (int round = 0; round < 5; round++) {
      var gas = objects.asking(Place.OWN, UtilityService.GAS);
      var water = new HashMap<>(gas);
      water.put("services", List.of(UtilityService.WATER));
      var first = CompletableFuture.supplyAsync(() -> one.post("/api/utility-requests", gas));
      var second = CompletableFuture.supplyAsync(() -> other.post("/api/utility-requests", water));
      assertThat(List.of(first.join().status(), second.join().status())).as("round %d", round).contains(201)
          .containsAnyOf(409, 422);
    }
  }

  private void begins(JsonNode request, LocalDate day) {
    world.system(() -> jdbc.sql("update utilities.request set first_day = ?, last_day = ? where id = ?")
        .params(day, day, UUID.fromString(request.path("id").asString())).update());
  }
}
