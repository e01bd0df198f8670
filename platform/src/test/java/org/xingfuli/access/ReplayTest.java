package org.xingfuli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.evidence.Photos;
import org.xingfuli.exchange.estates.Workbooks;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.programme.flow.BudgetBook;
import org.xingfuli.wire.ListBook;

/**
 * Rule 8 of the house: repeating a request with the same id by the same principal returns the same answer and does nothing
 * again. Enumerated from the running mappings, so that a new act that makes something cannot be forgotten.
 */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, ProgrammeActs.class, UtilityObjects.class, AppealObjects.class,
    ReceptionObjects.class})
class ReplayTest {

  /** Acts that make nothing new when they come twice; the reason stands beside each. */
  private static final Map<String, String> IDEMPOTENT_BY_NATURE = Map.ofEntries(
      Map.entry("POST /api/session", "signing in again is signing in"),
      Map.entry("POST /api/session/password", "the old password fits only once"),
      Map.entry("POST /api/setup/{token}", "a one-time link is spent by its use"),
      Map.entry("POST /api/wall/device", "a one-time link is spent by its use"),
      Map.entry("POST /api/organisations/{id}/close", "a state, not a row"),
      Map.entry("POST /api/organisations/{id}/reopen", "a state, not a row"),
      Map.entry("POST /api/people/{id}/disable", "a state, not a row"),
      Map.entry("POST /api/people/{id}/enable", "a state, not a row"),
      Map.entry("POST /api/people/{id}/password-link", "the new link ends the one before"),
      Map.entry("POST /api/households/{id}/reveal", "a look, on record as often as it is taken"),
      Map.entry("POST /api/appeals/{id}/reveal", "a look, on record as often as it is taken"),
      Map.entry("POST /api/resident/appeals", "the appeal itself keeps the key; ResidentPageTest sends it twice"),
      Map.entry("POST /api/resident/status", "a question"),
      Map.entry("POST /api/appeal-feeds/hotline-12345/orders", "an order is known by its number; SentOrdersTest sends it again"),
      Map.entry("POST /api/appeal-feeds/hotline-12345/workbook", "an order is known by its number; SentOrdersTest sends it again"),
      Map.entry("POST /open311/v2/requests.{format:xml|json}", "the appeal itself keeps the key; Open311Test sends it twice"),
      Map.entry("POST /api/appeals/routing/models", "the same corrections make the same version; TriageTest learns twice"),
      Map.entry("POST /api/appeals/routing/choice", "a state, not a row"),
      Map.entry("POST /api/appeals/matters/{matter}/settle", "a move made once"),
      Map.entry("POST /api/appeals/answers/preview", "a question"),
      Map.entry("POST /api/appeal-feeds/woodpecker/cases", "a case is known by its number; SentOrdersTest sends it again"),
      Map.entry("POST /api/resident/confirmations", "a move of the state graph, made once"),
      Map.entry("POST /api/audit/verifications", "a question, recorded as often as it is asked"),
      Map.entry("POST /api/estate-imports/{id}/adopt", "a move of the state graph, made once"),
      Map.entry("POST /api/calendar/{year}", "the year is replaced by the same year"),
      Map.entry("POST /api/evidence/{id}/withdraw", "a state, not a row"),
      Map.entry("POST /api/plans/{id}/freeze", "a move of the state graph, made once"),
      Map.entry("POST /api/searches/{id}/stop", "a move of the state graph, made once"),
      Map.entry("POST /api/session/second-factor", "a code works once"),
      Map.entry("POST /api/session/second-factor/again", "a code works once"),
      Map.entry("POST /api/account/second-factor/offer", "the new secret takes the place of the one before"),
      Map.entry("POST /api/account/second-factor/confirm", "a code works once"),
      Map.entry("POST /api/account/second-factor/recovery-codes", "a code works once"),
      Map.entry("POST /api/account/second-factor/removal", "a code works once"),
      Map.entry("POST /api/account/linked-sign-ins", "going to a provider again is going there"),
      Map.entry("POST /api/people/{id}/second-factor-reset", "a state, not a row"),
      Map.entry("POST /api/projects/{id}/foreign-plans", "a question; nothing of the file is kept"),
      Map.entry("POST /api/notices/read", "a state, not a row"),
      Map.entry("POST /api/notice-templates/preview", "a question"),
      Map.entry("POST /api/notice-failures/retry", "a move of the state graph, made once"),
      Map.entry("POST /api/notice-failures/dismiss", "a move of the state graph, made once"));

  /** One thing to send: where, and what. */
  private record Sent(String path, Object body) {}

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired ProgrammeActs programmeActs;
  @Autowired Organisations organisations;
  @Autowired Evidence evidence;
  @Autowired UtilityObjects utilities;
  @Autowired AppealObjects appeals;
  @Autowired ReceptionObjects receptions;
  @Autowired AppointmentStore appointments;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired JdbcClient jdbc;

  private Map<String, Supplier<Sent>> acts() {
    var programme = "/api/programmes/" + world.programme();
    var acts = new LinkedHashMap<String, Supplier<Sent>>();
    acts.put("POST /api/organisations", () -> new Sent("/api/organisations", Map.of(
        "parentId", world.system(organisations::district).id(), "kind", "CONTRACTOR", "name", word())));
    acts.put("POST /api/people", () -> new Sent("/api/people", Map.of("name", "重放", "title", "试验", "signInName", word(),
        "organisationId", world.system(organisations::district).id())));
    acts.put("POST /api/people/import", () -> new Sent("/api/people/import", ListBook.answer("人员",
        List.of("姓名", "职务", "登录名", "单位"), List.of(List.of("重放", "试验", word(),
            world.system(organisations::district).name()))).getBody()));
    acts.put("POST /api/people/{id}/appointments", () -> new Sent(
        "/api/people/" + staff.withRole(Role.COMMANDER, MatrixWorld.DISTRICT).personId() + "/appointments",
        Map.of("role", "STREET_OFFICER", "area", MatrixWorld.STREET)));
    acts.put("POST /api/people/{id}/appointments/{appointmentId}/deputies", () -> {
      var holder = staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET).personId();
      var office = world.system(() -> appointments.ofPeople(List.of(holder))).getFirst().id();
      return new Sent("/api/people/" + holder + "/appointments/" + office + "/deputies", Map.of(
          "personId", staff.withRole(Role.COMMANDER, MatrixWorld.DISTRICT).personId(), "validTo", "2099-12-31"));
    });
    acts.put("POST /api/account/tokens", () -> new Sent("/api/account/tokens", Map.of("name", word(),
        "permissions", List.of("ESTATE_READ"), "lastDay", java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")))));
    acts.put("POST /api/estates", () -> new Sent("/api/estates", estate()));
    acts.put("POST /api/estate-imports", () -> new Sent("/api/estate-imports", Workbooks.bytes(Workbooks.sound())));
    acts.put("POST /api/estates/{id}/buildings", () -> new Sent("/api/estates/" + world.estate(Place.OWN) + "/buildings",
        Map.of("number", word(), "storeys", 6, "builtYear", 1990, "floorArea", 1200, "stairwells", 3, "pitchedRoof", true)));
    acts.put("POST /api/evidence", () -> new Sent("/api/evidence", Map.of("estateId", world.estate(Place.OWN))));
    acts.put("POST /api/evidence-pairs", () -> new Sent("/api/evidence-pairs", Map.of("beforeId", photo(), "afterId", photo())));
    acts.put("POST /api/evidence-verifications", () -> new Sent("/api/evidence-verifications", Map.of()));
    acts.put("POST /api/utility-requests", () -> new Sent("/api/utility-requests",
        utilities.asking(Place.OWN, UtilityService.GAS)));
    acts.put("POST /api/utility-requests/{id}/answers", () -> new Sent(
        "/api/utility-requests/" + utilities.request(Place.OWN) + "/answers", Map.of("service", "GAS", "answer", "AGREE")));
    acts.put("POST /api/utility-requests/{id}/move", () -> new Sent(
        "/api/utility-requests/" + utilities.request(Place.OWN) + "/move", Map.of("window", utilities.window())));
    acts.put("POST /api/utility-requests/{id}/withdraw", () -> new Sent(
        "/api/utility-requests/" + utilities.request(Place.OWN) + "/withdraw", Map.of("reason", "不再需要")));
    acts.put("POST /api/utility-notices/{id}/post", () -> {
      var sheet = utilities.at("POST /api/utility-notices/{id}/post", Place.OWN, true).get("id");
      return new Sent("/api/utility-notices/" + sheet + "/post", utilities.body("POST /api/utility-notices/{id}/post"));
    });
    acts.put("POST /api/utility-rules/activities", () -> new Sent("/api/utility-rules/activities", Map.of(
        "kind", "EXCAVATION", "service", "GAS", "activityCode", "U06", "unconfirmed", true, "source", word())));
    acts.put("POST /api/appeal-time-limits", () -> new Sent("/api/appeal-time-limits", Map.of(
        "code", "REPLAY.A" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT), "regime", "WARRANTY",
        "step", "RETURN", "amount", 1, "unit", "WORKING_DAYS", "effectiveFrom", "2199-01-01", "effectiveTo", "2199-01-31",
        "source", word(), "unconfirmed", true)));
    acts.put("POST /api/appeal-rules/explaining", () -> {
      world.system(() -> jdbc.sql("delete from appeal.explaining_rule where class_code = 'PARKING'").update());
      return new Sent("/api/appeal-rules/explaining", Map.of("classCode", "PARKING", "kind", "OUTAGE", "below", false, "what",
          List.of("POWER"), "hoursAfter", 1, "source", word(), "unconfirmed", true));
    });
    acts.put("POST /api/appeals", () -> new Sent("/api/appeals", appeals.registration(Place.OWN)));
    acts.put("POST /api/appeals/bulk", () -> new Sent("/api/appeals/bulk", Map.of(
        "ids", List.of(appeals.appeal(Place.OWN, AppealState.HANDLING)), "act", "SUPERVISE", "words", "请抓紧")));
    acts.put("POST /api/appeals/answers", () -> new Sent("/api/appeals/answers", Map.of("outcome", "EXPLAINED", "paper", "答复函 7 号",
        "cases", List.of(Map.of("id", appeals.appeal(Place.OWN, AppealState.HANDLING), "words", "已核实")))));
    acts.put("POST /api/appeals/reply-templates", () -> new Sent("/api/appeals/reply-templates", Map.of("name", "已说明", "words",
        "您反映的{地点}（{编号}）已核实。", "outcome", "EXPLAINED", "forAll", false)));
    acts.put("POST /api/appeals/views", () -> new Sent("/api/appeals/views", Map.of("name", "我的", "shared", false, "wanted", Map.of("range", "OPEN"))));
    AppealObjects.ACTS.forEach(act -> acts.put("POST /api/appeals/{id}/" + act, () -> {
      var endpoint = "POST /api/appeals/{id}/" + act;
      var id = appeals.at(endpoint, Place.OWN, true).get("id");
      return new Sent("/api/appeals/" + id + "/" + act, appeals.body(endpoint));
    }));
    acts.put("POST /api/reception-points", () -> new Sent("/api/reception-points", receptions.opening(Place.OWN)));
    for (var act : List.of("/reception-points/{id}/walk-ins", "/reception-points/{id}/walk-ins/{appeal}/answer", "/promises/{id}/keep",
        "/promises/{id}/move")) {
      acts.put("POST /api" + act, () -> {
        var at = receptions.at("POST /api" + act, Place.OWN, true);
        return new Sent("/api" + act.replace("{id}", at.get("id")).replace("{appeal}", at.get("appeal") == null ? "" : at.get("appeal")),
            receptions.body("POST /api" + act));
      });
    }
    acts.put("POST /api/estates/{id}/surveys", () -> new Sent("/api/estates/" + world.newEstate(Place.OWN) + "/surveys", Map.of()));
    acts.put("POST /api/programmes", () -> new Sent("/api/programmes", Map.of("year", MatrixWorld.YEAR - 3, "name", word())));
    acts.put("POST /api/programmes/{id}/projects", () -> new Sent(programme + "/projects", Map.of("name", word(),
        "estates", List.of(Map.of("id", world.newEstate(Place.OWN), "share", 1)))));
    acts.put("POST /api/programmes/{id}/projects/from-estates", () -> new Sent(programme + "/projects/from-estates",
        Map.of("estateIds", List.of(world.newEstate(Place.OWN)))));
    acts.put("POST /api/programmes/{id}/carry-over", () -> new Sent(programme + "/carry-over",
        Map.of("fromProgramme", world.earlier(), "projectIds", List.of(world.earlierProject()), "reason", "未完工")));
    acts.put("POST /api/programmes/{id}/template", () -> new Sent(programme + "/template", Map.of("code", "Z01",
        "name", Map.of("zh", word(), "en", word()), "phase", "CLOSE", "duration", 3, "driver", "fixed", "calendar", "SITE")));
    acts.put("POST /api/programmes/{id}/crews", () -> new Sent(programme + "/crews", Map.of("code", "replayers",
        "name", Map.of("zh", word(), "en", word()), "sharedWithin", "DISTRICT", "capacity", 3)));
    acts.put("POST /api/programmes/{id}/plans", () -> new Sent("/api/programmes/" + world.earlier() + "/plans", Map.of("rule", "LATEST_FINISH")));
    acts.put("POST /api/programmes/{id}/searches", () -> new Sent("/api/programmes/" + world.earlier() + "/searches", Map.of("seconds", 2)));
    acts.put("POST /api/programmes/{id}/drafts", () -> new Sent(programme + "/drafts", Map.of("name", word())));
    acts.put("POST /api/drafts/{id}/edits", () -> new Sent(
        "/api/drafts/" + programmeActs.draft() + "/edits", Map.of("edit", ProgrammeActs.rain())));
    for (var step : List.of("undo", "redo", "level", "rebase")) {
      acts.put("POST /api/drafts/{id}/" + step, () -> new Sent("/api/drafts/" + programmeActs.draft() + "/" + step, Map.of()));
    }
    acts.put("POST /api/drafts/{id}/adopt", () -> new Sent(
        "/api/drafts/" + programmeActs.draft() + "/adopt", Map.of("reason", word())));
    acts.put("POST /api/activities/{id}/progress-reports", () -> new Sent(
        "/api/activities/" + world.activity(Place.OWN) + "/progress-reports", Map.of("percent", 0)));
    acts.put("POST /api/wall-screens", () -> new Sent("/api/wall-screens", Map.of("name", word(), "months", 2)));
    acts.put("POST /api/gates/{gate}/conditions", () -> new Sent("/api/gates/START/conditions", condition()));
    acts.put("POST /api/projects/{id}/weekly-reports", () -> new Sent(
        "/api/projects/" + world.project(Place.OWN) + "/weekly-reports", Map.of("lines", List.of(), "note", word())));
    acts.put("POST /api/projects/{id}/gates/{gate}/passage", () -> new Sent(
        "/api/projects/" + programmeActs.waived() + "/gates/START/passage", Map.of()));
    acts.put("POST /api/projects/{id}/stage", () -> new Sent(
        "/api/projects/" + programmeActs.mobilised() + "/stage", Map.of("act", "BEGIN")));
    acts.put("POST /api/projects/{id}/budget/draft", () -> new Sent(
        "/api/projects/" + programmeActs.withMenu() + "/budget/draft", Map.of()));
    acts.put("POST /api/projects/{id}/budget/workbook", () -> new Sent(
        "/api/projects/" + world.project(Place.OWN) + "/budget/workbook", workbook()));
    acts.put("POST /api/projects/{id}/budget/approval", () -> new Sent(
        "/api/projects/" + programmeActs.drafted() + "/budget/approval", Map.of("document", word())));
    acts.put("POST /api/projects/{id}/contracts", () -> new Sent("/api/projects/" + world.project(Place.OWN) + "/contracts",
        Map.of("number", word(), "name", word(), "party", word(), "signedOn", "2021-01-04", "amount", 100)));
    acts.put("POST /api/projects/{id}/ledger", () -> new Sent("/api/projects/" + world.project(Place.OWN) + "/ledger",
        Map.of("month", "2021-01-01", "kind", "PAYMENT", "amount", 100, "document", word())));
    acts.put("POST /api/playbook/versions", () -> new Sent("/api/playbook/versions", programmeActs.lessons()));
    return acts;
  }

  private static byte[] workbook() {
    var out = new ByteArrayOutputStream();
    try {
      TableBook.write(List.of(new TableBook.Table("预算", BudgetBook.HEADS.subList(0, 7),
          List.of(List.of("X1", "屋面", "Roofs", "基础类", "㎡", 100, 520)))), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Map<String, Object> condition() {
    return Map.of("code", "REPLAY_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT),
        "text", Map.of("zh", word(), "en", word()), "source", "test", "unconfirmed", true, "role", "STREET",
        "evidenceRequired", false, "required", false, "leadDays", 0);
  }

  private static String word() {
    return "replay-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Map<String, Object> estate() {
    var body = new LinkedHashMap<String, Object>();
    body.put("code", word());
    body.put("name", word());
    body.put("street", MatrixWorld.STREET);
    for (var quantity : List.of("floorArea", "roofStructures", "groundStructures", "roofArea", "facadeArea", "drainLength",
        "roadArea", "parkingSpaces", "chargingPoints", "greenArea")) {
      body.put(quantity, BigDecimal.TEN);
    }
    return body;
  }

  @Test
  void everyActThatMakesSomethingTakesARequestIdOrSaysWhyItNeedsNone() {
    var keyed = new TreeSet<String>();
    var silent = new TreeSet<String>();
    requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
      if (method.getBeanType().getName().startsWith("org.xingfuli.")) {
        mapping.getMethodsCondition().getMethods().stream().filter(verb -> verb.name().equals("POST")).forEach(verb ->
            mapping.getPatternValues().forEach(path -> (takesAKey(method) ? keyed : silent).add(verb + " " + path)));
      }
    });
    assertThat(silent).isEqualTo(IDEMPOTENT_BY_NATURE.keySet());
    assertThat(keyed).as("each is replayed below").isEqualTo(acts().keySet());
  }

  private static boolean takesAKey(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters()).anyMatch(parameter -> {
      var header = parameter.getParameterAnnotation(RequestHeader.class);
      return header != null && header.name().equals("Idempotency-Key");
    });
  }

  @Test
  void theSameRequestTwiceIsAnsweredAlikeAndDoneOnce() {
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    var officer = new Browser(port).signedIn(utilities.officer(UtilityService.GAS));
    var administrator = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, MatrixWorld.DISTRICT));
    var commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, MatrixWorld.DISTRICT));
    var security = new Browser(port).signedIn(staff.withRole(Role.SECURITY_OFFICER, MatrixWorld.DISTRICT));
    var street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    acts().forEach((endpoint, act) -> {
      var who = endpoint.contains("/appeals") || endpoint.contains("/reception-points") || endpoint.contains("/promises") ? street : endpoint.endsWith("-verifications") ? auditor : endpoint.endsWith("/answers") ? officer
          : endpoint.contains("/appointments") ? security : endpoint.endsWith("/budget/approval") ? commander
          : endpoint.contains("/people") || endpoint.contains("/organisations") ? administrator : planner;
      var sent = act.get();
      var id = UUID.randomUUID().toString();
      var first = sent(who, sent, id);
      assertThat(first.status()).as("%s: %s", endpoint, first.body()).isBetween(200, 202);
      programmeActs.untilNoneSearches();
      var acted = recorded();
      var second = sent(who, sent, id);
      assertThat(second.status()).as(endpoint).isEqualTo(first.status());
      assertThat(identity(second)).as(endpoint).isEqualTo(identity(first));
      assertThat(recorded()).as(endpoint + " is done once").isEqualTo(acted);
    });
    // Years opened by other tests start from the template that ships with the product.
    world.system(() -> jdbc.sql("delete from programme.playbook").update());
  }

  @Test
  void otherContentUnderTheSameRequestIdIsRefused() {
    var administrator = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, MatrixWorld.DISTRICT));
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    for (var endpoint : List.of("POST /api/organisations", "POST /api/evidence", "POST /api/estate-imports")) {
      var who = endpoint.endsWith("organisations") ? administrator : planner;
      var id = UUID.randomUUID().toString();
      var act = acts().get(endpoint).get();
      assertThat(sent(who, act, id).status()).as(endpoint).isBetween(200, 202);
      var other = endpoint.equals("POST /api/evidence")
          ? who.upload(act.path(), act.body(), List.of(Photos.jpeg(40, 30, 2)), id)
          : endpoint.equals("POST /api/estate-imports") ? sent(who, new Sent(act.path(), workbook()), id)
          : sent(who, acts().get(endpoint).get(), id);
      assertThat(other.status()).as("%s: %s", endpoint, other.body()).isEqualTo(409);
      assertThat(other.code()).as(endpoint).isEqualTo("common.key-other-content");
    }
  }

  private UUID photo() {
    return world.system(() -> evidence.attach(NewEvidence.of(world.estate(Place.OWN), "a.jpg", ""), Photos.jpeg(20, 20, 1)));
  }

  private static Browser.Answer sent(Browser who, Sent sent, String id) {
    return sent.path().equals("/api/evidence")
        ? who.upload(sent.path(), sent.body(), List.of(Photos.jpeg(40, 30, 1)), id)
        : who.post(sent.path(), sent.body(), id);
  }

  /** What tells one made thing from another; an upload goes on being checked between the two answers. */
  private static Object identity(Browser.Answer answer) {
    return answer.body().has("id") ? answer.body().path("id") : answer.body();
  }

  /**
   * Acts on record so far. A repeated registration gets a new link, since a token is stored nowhere: that one is meant.
   * What jobs and listeners do behind the answer is not counted.
   */
  private long recorded() {
    return jdbc.sql("select count(*) from audit.entry where kind = 'PERSON' and act <> 'identity.password-link'")
        .query(Long.class).single();
  }
}
