package org.xingfuli.utilities;

import org.xingfuli.identity.UtilityService;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.evidence.Photos;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** A window holds only when water, gas, power and telecom, as far as they are concerned, have all agreed to the same one. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, UtilityObjects.class})
class JointSignOffTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired UtilityObjects objects;
  @Autowired Utilities utilities;
  @Autowired Evidence evidence;

  private Browser agent;
  private Browser gas;
  private Browser water;

  @BeforeEach
  void peopleAtTheirDesks() {
    agent = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, world.project()));
    gas = new Browser(port).signedIn(objects.officer(UtilityService.GAS));
    water = new Browser(port).signedIn(objects.officer(UtilityService.WATER));
  }

  private JsonNode asked(Map<String, Object> body) {
    var answer = agent.post("/api/utility-requests", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body();
  }

  private static String path(JsonNode request) {
    return "/api/utility-requests/" + request.path("id").asString();
  }

  private Browser.Answer answers(Browser who, JsonNode request, UtilityService service, String answer) {
    return who.post(path(request) + "/answers", Map.of("service", service, "answer", answer, "reason", "道路年检"));
  }

  private String state(JsonNode request) {
    return agent.get(path(request)).body().path("state").asString();
  }

  private List<JsonNode> sheets(JsonNode request) {
    return List.copyOf(agent.get("/api/utility-notices?request=" + request.path("id").asString()).body().path("items").values());
  }

  @Test
  void theLastToAgreeMakesTheWindowAndTheSheets() {
    var request = asked(objects.asking(Place.OWN, UtilityService.WATER, UtilityService.GAS));
    assertThat(request.path("number").asString()).matches("PH-\\d{4}-\\d{4,}");
    assertThat(gas.get("/api/utility-requests?mine=true&limit=200").body().toString()).contains(request.path("number").asString());
    assertThat(answers(gas, request, UtilityService.GAS, "AGREE").body().path("state").asString()).isEqualTo("AWAITING");
    assertThat(gas.get("/api/utility-requests?mine=true&limit=200").body().toString())
        .doesNotContain(request.path("number").asString());
    assertThat(sheets(request)).isEmpty();
    assertThat(answers(water, request, UtilityService.WATER, "AGREE").body().path("state").asString()).isEqualTo("AGREED");
    assertThat(sheets(request)).singleElement().satisfies(sheet ->
        assertThat(sheet.path("state").asString()).isEqualTo("DUE"));
    assertThat(objects.told(WindowAgreed.class)).extracting(WindowAgreed::requestId)
        .contains(UUID.fromString(request.path("id").asString()));
    assertThat(world.system(() -> utilities.agreed(List.of(world.estate(Place.OWN)))))
        .filteredOn(window -> window.number().equals(request.path("number").asString()))
        .extracting(AgreedWindow::service).containsExactly(UtilityService.GAS, UtilityService.WATER);
  }

  @Test
  void aProposalGoesBackToWhoAskedAndANewWindowIsAnsweredAnew() {
    var request = asked(objects.asking(Place.OWN, UtilityService.WATER, UtilityService.GAS));
    answers(gas, request, UtilityService.GAS, "AGREE");
    var window = objects.window();
    var proposed = water.post(path(request) + "/answers",
        Map.of("service", "WATER", "answer", "PROPOSE", "reason", "当日主管冲洗", "window", window));
    assertThat(proposed.body().path("state").asString()).isEqualTo("PROPOSED");
    var moved = agent.post(path(request) + "/move", Map.of("window", window));
    assertThat(moved.body().path("state").asString()).as("%s", moved.body()).isEqualTo("AWAITING");
    assertThat(moved.body().path("round").asInt()).isEqualTo(2);
    assertThat(moved.body().path("history").size()).isEqualTo(2);
    answers(water, request, UtilityService.WATER, "AGREE");
    assertThat(state(request)).as("gas has not agreed to this window").isEqualTo("AWAITING");
    answers(gas, request, UtilityService.GAS, "AGREE");
    assertThat(state(request)).isEqualTo("AGREED");
  }

  @Test
  void movingOrWithdrawingAnAgreedWindowTakesItsSheetsBack() {
    var request = asked(objects.asking(Place.OWN, UtilityService.GAS));
    answers(gas, request, UtilityService.GAS, "AGREE");
    agent.post(path(request) + "/move", Map.of("window", objects.window()));
    assertThat(sheets(request)).allSatisfy(sheet -> assertThat(sheet.path("state").asString()).isEqualTo("WITHDRAWN"));
    answers(gas, request, UtilityService.GAS, "AGREE");
    agent.post(path(request) + "/withdraw", Map.of("reason", "图纸改了"));
    assertThat(state(request)).isEqualTo("WITHDRAWN");
    assertThat(sheets(request)).hasSize(2)
        .allSatisfy(sheet -> assertThat(sheet.path("state").asString()).isEqualTo("WITHDRAWN"));
    assertThat(objects.told(WindowChanged.class)).filteredOn(told -> told.requestId().toString().equals(request.path("id").asString()))
        .hasSize(2);
  }

  @Test
  void nobodySignsForAnotherServiceOrTwiceOrAfterARefusal() {
    var request = asked(objects.asking(Place.OWN, UtilityService.WATER, UtilityService.GAS));
    assertThat(answers(gas, request, UtilityService.WATER, "AGREE").code()).isEqualTo("utilities.not-yours");
    assertThat(answers(gas, request, UtilityService.POWER, "AGREE").code()).isEqualTo("utilities.not-yours");
    answers(gas, request, UtilityService.GAS, "AGREE");
    assertThat(answers(gas, request, UtilityService.GAS, "AGREE").code()).isEqualTo("utilities.answered");
    assertThat(water.post(path(request) + "/answers", Map.of("service", "WATER", "answer", "REFUSE")).code())
        .isEqualTo("utilities.answer-reason");
    assertThat(answers(water, request, UtilityService.WATER, "REFUSE").body().path("state").asString()).isEqualTo("REFUSED");
    assertThat(answers(water, request, UtilityService.WATER, "AGREE").code()).isEqualTo("state.illegal-act");
  }

  @Test
  void aServiceAgreesToNoMoreWindowsThanItHasCrewsFor() {
    var first = objects.asking(Place.OWN, UtilityService.GAS);
    var codes = new ArrayList<String>();
    for (int n = 0; n < 3; n++) {
      var body = new HashMap<>(objects.asking(Place.OWN, UtilityService.GAS));
      body.put("window", first.get("window"));
      var answer = answers(gas, asked(body), UtilityService.GAS, "AGREE");
      codes.add(answer.status() == 200 ? answer.body().path("state").asString() : answer.code());
    }
    assertThat(codes).containsExactly("AGREED", "AGREED", "utilities.no-crew");
    var day = ((Map<?, ?>) first.get("window")).get("firstDay").toString();
    var calendar = gas.get("/api/utility-calendar?weeks=1&from=" + day).body();
    var loads = calendar.path("days").values().stream().filter(d -> d.path("day").asString().equals(day)).findFirst()
        .orElseThrow().path("loads");
    assertThat(loads.get(1).asInt()).isEqualTo(2);
    assertThat(calendar.at("/services/1/perDay").asInt()).isEqualTo(2);
  }

  @Test
  void aBuildingIsNotLeftWithoutTwoServicesOnOneDay() {
    var first = objects.asking(Place.OWN, UtilityService.GAS);
    asked(first);
    var second = new HashMap<>(first);
    second.put("services", List.of(UtilityService.WATER));
    assertThat(agent.post("/api/utility-requests", second).code()).isEqualTo("utilities.clash");
    second.put("buildings", List.of(objects.building(Place.OWN)));
    asked(second);
  }

  @Test
  void aSheetIsPostedWithAPhotoOfTheSameEstate() {
    var request = asked(objects.asking(Place.OWN, UtilityService.GAS));
    answers(gas, request, UtilityService.GAS, "AGREE");
    var sheet = "/api/utility-notices/" + sheets(request).getFirst().path("id").asString() + "/post";
    var secretary = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    assertThat(secretary.post(sheet, Map.of("evidence", List.of())).code()).isEqualTo("utilities.no-proof");
    var elsewhere = world.system(() ->
        evidence.attach(NewEvidence.of(world.estate(Place.OTHER), "a.jpg", ""), Photos.jpeg(20, 20, 1)));
    assertThat(secretary.post(sheet, Map.of("evidence", List.of(elsewhere))).code()).isEqualTo("evidence.not-usable");
    var photo = world.system(() ->
        evidence.attach(NewEvidence.of(world.estate(Place.OWN), "a.jpg", ""), Photos.jpeg(20, 20, 1)));
    var posted = secretary.post(sheet, Map.of("evidence", List.of(photo)));
    assertThat(posted.body().path("state").asString()).as("%s", posted.body()).isEqualTo("POSTED");
    assertThat(posted.body().path("photos").asInt()).isEqualTo(1);
    assertThat(gas.get("/api/evidence/" + photo).status()).as("an officer sees no evidence but that of requests").isEqualTo(403);
  }

  @Test
  void anOfficerReadsOnlyWhatConcernsTheServiceOfTheFirm() {
    var body = new HashMap<>(objects.asking(Place.OWN, UtilityService.GAS));
    var photo = world.system(() ->
        evidence.attach(NewEvidence.of(world.estate(Place.OWN), "m.jpg", "管线图"), Photos.jpeg(24, 16, 5)));
    body.put("evidence", List.of(photo));
    var request = asked(body);
    var number = request.path("number").asString();
    answers(gas, request, UtilityService.GAS, "AGREE");
    var sheet = sheets(request).getFirst().path("id").asString();
    var estate = "estate=" + world.estate(Place.OWN) + "&limit=200";
    var day = request.at("/window/firstDay").asString();
    for (var path : List.of(path(request), path(request) + "/files/" + photo, "/api/utility-notices/" + sheet + "/qr")) {
      assertThat(gas.read(path).status()).as(path).isEqualTo(200);
      assertThat(water.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(answers(water, request, UtilityService.GAS, "AGREE").status()).as("as what does not exist").isEqualTo(404);
    for (var path : List.of("/api/utility-requests?" + estate, "/api/utility-requests.xlsx?" + estate,
        "/api/utility-notices?" + estate, "/api/utility-notices.xlsx?" + estate, "/api/utility-calendar?weeks=1&from=" + day,
        "/api/utility-calendar.xlsx?weeks=1&from=" + day)) {
      assertThat(gas.read(path).text()).as(path).contains(number);
      assertThat(agent.read(path).text()).as(path).contains(number);
      assertThat(water.read(path).text()).as(path).doesNotContain(number);
    }
    var loads = water.get("/api/utility-calendar?weeks=1&from=" + day).body().path("days").valueStream()
        .filter(d -> d.path("day").asString().equals(day)).findFirst().orElseThrow().path("loads");
    assertThat(loads).as("everybody sees how full the days are").anyMatch(load -> load.asInt() > 0);
    var both = water.get("/api/utility-requests?service=GAS&" + estate).body();
    assertThat(both.path("items")).allSatisfy(row -> assertThat(row.path("services").toString()).contains("WATER"));
    assertThat(both.path("total").asInt()).as("the count too").isEqualTo(both.path("items").size());
    assertThat(water.get("/api/utility-notices?request=" + request.path("id").asString()).body().path("total").asInt()).isZero();
  }

  @Test
  void onlyWhoAskedOrLeadsTheProjectMovesOrWithdraws() {
    var theirs = "/api/utility-requests/" + objects.request(Place.OWN);
    var contractor = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, world.project()));
    assertThat(contractor.post(theirs + "/move", Map.of("window", objects.window())).code()).isEqualTo("utilities.not-asker");
    assertThat(contractor.post(theirs + "/withdraw", Map.of("reason", "图纸改了")).code()).isEqualTo("utilities.not-asker");
    assertThat(agent.post(theirs + "/move", Map.of("window", objects.window())).status()).isEqualTo(200);
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    assertThat(planner.post(theirs + "/withdraw", Map.of("reason", "图纸改了")).status()).isEqualTo(200);
    var own = contractor.post("/api/utility-requests", objects.asking(Place.OWN, UtilityService.GAS)).body();
    var colleague = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, world.project()));
    assertThat(colleague.post(path(own) + "/move", Map.of("window", objects.window())).status()).isEqualTo(200);
    assertThat(contractor.post(path(own) + "/withdraw", Map.of("reason", "图纸改了")).status()).isEqualTo(200);
  }

  @Test
  void whoAsksForAnotherCommunitysEstateIsToldThatThereIsNone() {
    assertThat(agent.post("/api/utility-requests", objects.asking(Place.OTHER, UtilityService.GAS)).status()).isEqualTo(404);
    var theirs = objects.request(Place.OTHER);
    assertThat(agent.get("/api/utility-requests/" + theirs).status()).isEqualTo(404);
    assertThat(gas.get("/api/utility-requests/" + theirs).status()).isEqualTo(200);
    assertThat(agent.read("/api/utility-requests?limit=200").text()).doesNotContain(theirs.toString());
  }
}
