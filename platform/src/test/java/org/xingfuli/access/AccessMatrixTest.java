package org.xingfuli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.command.flow.RebuildChart;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.ScopeKind;
import org.xingfuli.identity.Staff;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.programme.Programmes;

/** Every role at every endpoint, held against the committed table; how to add a row stands in the package's description. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, PeopleObjects.class, AccountObjects.class, EstateObjects.class, EvidenceObjects.class,
    UtilityObjects.class, ProgrammeObjects.class, ProgrammeActs.class, RevealObjects.class, CommandObjects.class,
    AppealObjects.class, ReceptionObjects.class})
class AccessMatrixTest {

  private static final Path COMMITTED = Path.of("src/test/resources/access-matrix.csv");
  private static final Path SEEN = Path.of("target/access-matrix.csv");
  /** A year, a day, a service, a rule and the secret of a link are no objects of anybody's. */
  private static final Predicate<String> NAMES_AN_OBJECT =
      Pattern.compile("\\{(?!year}|token}|day}|service}|requestKind}|activityCode}|limitCode}|limitVersion}|pauseReason}|placeCode}|ticket}|photo}|number}|serviceCode}|openToken}|format})").asPredicate();

  /** Asked with a file, or the dispatcher would say that no such endpoint takes the body. */
  private static final Set<String> UPLOADS = Set.of("POST /api/evidence", "POST /api/estate-imports", "POST /api/people/import",
      "POST /api/appeal-feeds/hotline-12345/workbook");

  private static final String HEAD = "endpoint,requires," + Arrays.stream(Role.values()).map(Role::name)
      .collect(Collectors.joining(",")) + ",nobody";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired UtilityObjects utilities;
  @Autowired EvidenceObjects evidence;
  @Autowired ProgrammeActs acts;
  @Autowired Programmes programmes;
  @Autowired RebuildChart rebuild;
  @Autowired List<MatrixObjects> objects;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private final Map<Role, Browser> browsers = new EnumMap<>(Role.class);
  private final List<String> unlike = new ArrayList<>();

  @Test
  void everyRoleIsAnsweredAsTheTableSays() throws IOException {
    for (var role : Role.values()) {
      browsers.put(role, browser(role));
    }
    var rows = new TreeMap<String, String>();
    endpoints().forEach((endpoint, method) -> rows.put(sorting(endpoint), endpoint + "," + row(endpoint, method)));
    var seen = new ArrayList<>(List.of(HEAD));
    seen.addAll(rows.values());
    Files.createDirectories(SEEN.getParent());
    Files.write(SEEN, seen);
    assertThat(rows.values()).as("a row that answers anything with the same proves no reach")
        .filteredOn(row -> row.contains("/reveal,")).noneMatch(row -> row.contains("anything"));
    assertThat(unlike).as("absent and forbidden must be answered alike").isEmpty();
    assertThat(seen).as("what was seen stands in platform/" + SEEN + "; read it before you copy it")
        .containsExactlyElementsOf(Files.readAllLines(COMMITTED));
  }

  @Test
  void whatListsStreamsAndWorkbooksHoldIsWithinReach() {
    var programme = world.programme();
    var lists = List.of("/api/estates?limit=200&query=" + MatrixWorld.WORD, "/api/search?q=" + MatrixWorld.WORD,
        "/api/programmes/" + programme + "/projects", "/api/programmes/" + programme + "/timetable",
        "/api/command/figures/LEAGUE/KEPT/rows?limit=200&programme=" + programme,
        "/api/command/figures/LEAGUE/KEPT/rows.xlsx?programme=" + programme,
        "/api/statistics/2022-04/lines/A01/rows?limit=200&programme=" + programme,
        "/api/battle-chart?programme=" + programme, "/api/estates/export", "/api/estates.xlsx?query=" + MatrixWorld.WORD,
        "/api/programmes/" + programme + "/projects.xlsx", "/api/battle-chart.xlsx?programme=" + programme,
        "/api/programmes/" + programme + "/timetable.xlsx", "/api/programmes/" + programme + "/projects.xlsx",
        "/api/estates.xlsx?query=" + MatrixWorld.WORD, "/api/surveys?limit=200", "/api/surveys.xlsx");
    everybodyIsShownWhatIsInReach(lists);
  }

  /** Each of these lists has something of every place before it is read. */
  @Test
  void whatIsSentAskedReportedAndCountedOfAPlaceIsWithinReach() {
    somethingOfEveryPlace();
    everybodyIsShownWhatIsInReach(ofEveryPlace());
  }

  @Test
  void whoLooksAfterAnotherStreetOrWorksInAnotherProjectFindsNothingOfThisOne() {
    somethingOfEveryPlace();
    var own = world.project();
    var estate = world.estate(Place.OWN);
    var photo = evidence.pair(Place.OWN);
    var request = utilities.agreed(Place.OWN);
    var outsiders = Map.of("an officer of another street", staff.withRole(Role.STREET_OFFICER, "320613008"),
        "a contractor of another project", staff.inProject(Role.CONTRACTOR, world.project(Place.OTHER)),
        "an agent of another project", staff.inProject(Role.DELIVERY_AGENT, world.project(Place.OTHER)));
    outsiders.forEach((who, account) -> {
      var browser = new Browser(port).signedIn(account);
      for (var list : ofEveryPlace()) {
        var answer = browser.read(list);
        if (answer.status() != 403) {
          assertThat(shown(answer.text())).as("%s %s", who, list).isEqualTo(Set.of(Place.OTHER));
        }
      }
      for (var path : List.of("/api/projects/" + own + "/gates", "/api/projects/" + own + "/budget",
          "/api/projects/" + own + "/ledger.xlsx", "/api/projects/" + own + "/weekly-report",
          "/api/projects/" + own + "/size-sheet", "/api/projects/" + own + "/progress-reports.xlsx",
          "/api/evidence/" + photo, "/api/evidence/" + photo + "/content", "/api/utility-requests/" + request)) {
        assertThat(browser.read(path).status()).as("%s %s", who, path).isIn(403, 404);
      }
      for (var path : List.of("/api/evidence?estate=" + estate, "/api/evidence.xlsx?estate=" + estate,
          "/api/evidence-pairs?estate=" + estate, "/api/evidence-pairs.xlsx?estate=" + estate,
          "/api/utility-requests.xlsx?estate=" + estate, "/api/utility-notices.xlsx?estate=" + estate,
          "/api/programmes/" + world.programme() + "/earned-value?project=" + own,
          "/api/command/figures/KPI/KEPT/rows?project=" + own + "&programme=" + world.programme())) {
        assertThat(shown(browser.read(path).text())).as("%s %s", who, path).isEmpty();
      }
    });
  }

  private void somethingOfEveryPlace() {
    for (var place : List.of(Place.OWN, Place.STREET, Place.OTHER)) {
      evidence.pair(place);
      utilities.agreed(place);
      acts.late(place);
    }
    world.system(() -> {
      programmes.forecastNow(world.programme());
      return true;
    });
    rebuild.rebuild(world.programme());
  }

  /** Evidence, utilities, weeks, gates, money, causes and figures, as lists and as workbooks. */
  private List<String> ofEveryPlace() {
    var year = "/api/programmes/" + world.programme();
    var programme = "programme=" + world.programme();
    // The windows of the three places lie within half a year; the calendar begins with the first of them.
    var first = new Browser(port).signedIn(utilities.officer(UtilityService.GAS))
        .get("/api/utility-requests?limit=3").body().path("items").valueStream()
        .map(row -> row.at("/window/firstDay").asString()).sorted().findFirst().orElseThrow();
    return List.of("/api/evidence?limit=200", "/api/evidence.xlsx", "/api/evidence-pairs", "/api/evidence-pairs.xlsx",
        "/api/utility-requests?limit=200", "/api/utility-requests.xlsx", "/api/utility-notices.xlsx",
        "/api/utility-calendar?weeks=26&from=" + first, "/api/utility-calendar.xlsx?weeks=26&from=" + first,
        year + "/weekly-reports", year + "/weekly-reports.xlsx", year + "/gates", year + "/gates.xlsx", year + "/budgets",
        year + "/budgets.xlsx", year + "/earned-value", year + "/earned-value.xlsx", year + "/size-sheets",
        year + "/size-sheets.xlsx", "/api/command/causes?" + programme, "/api/command/causes.xlsx?" + programme,
        "/api/command/figures/KPI/KEPT/rows?limit=200&" + programme, "/api/command/figures/KPI/KEPT/rows.xlsx?" + programme,
        "/api/command/figures/KPI/GATES/rows?limit=200&" + programme,
        "/api/command/figures/KPI/GATES/rows.xlsx?" + programme);
  }

  private void everybodyIsShownWhatIsInReach(List<String> lists) {
    for (var role : Role.values()) {
      var browser = browser(role);
      for (var list : lists) {
        var answer = browser.read(list);
        if (answer.status() != 403) {
          assertThat(answer.status()).as("%s %s: %s", role, list, answer.text()).isEqualTo(200);
          assertThat(shown(answer.text())).as("%s %s", role, list).isEqualTo(reach(role));
        }
      }
    }
  }

  private static Set<Place> reach(Role role) {
    return switch (role.scopeKind()) {
      case DISTRICT -> Set.of(Place.OWN, Place.STREET, Place.OTHER);
      case STREET -> Set.of(Place.OWN, Place.STREET);
      default -> Set.of(Place.OWN);
    };
  }

  private Set<Place> shown(String text) {
    return Set.of(Place.OWN, Place.STREET, Place.OTHER).stream()
        .filter(place -> text.contains(world.name(place)))
        .collect(Collectors.toSet());
  }

  /** Every mapping of ours as {@code METHOD /path}. */
  private Map<String, HandlerMethod> endpoints() {
    var endpoints = new TreeMap<String, HandlerMethod>();
    requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
      if (method.getBeanType().getName().startsWith("org.xingfuli.")) {
        for (var path : mapping.getPatternValues()) {
          mapping.getMethodsCondition().getMethods().forEach(verb -> endpoints.put(verb + " " + path, method));
        }
      }
    });
    return endpoints;
  }

  private static String sorting(String endpoint) {
    return endpoint.substring(endpoint.indexOf(' ')) + " " + endpoint;
  }

  /** An officer of a utility comes from the firm whose service the requests of the table ask for. */
  private Browser browser(Role role) {
    if (role == Role.UTILITY_OFFICER) {
      return new Browser(port).signedIn(utilities.officer(UtilityService.GAS));
    }
    var account = role.scopeKind() == ScopeKind.PROJECT
        ? staff.inProject(role, world.project())
        : staff.withRole(role, switch (role.scopeKind()) {
          case STREET -> MatrixWorld.STREET;
          case COMMUNITY -> MatrixWorld.COMMUNITY;
          default -> MatrixWorld.DISTRICT;
        });
    return new Browser(port).signedIn(account);
  }

  private String row(String endpoint, HandlerMethod method) {
    var requires = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Requires.class);
    var cells = new ArrayList<String>();
    cells.add(requires == null ? "public" : requires.value().name());
    for (var role : Role.values()) {
      boolean ends = endpoint.equals("DELETE /api/session");
      cells.add(cell(endpoint, ends ? browser(role) : browsers.get(role), role.name()));
    }
    var nobody = new Browser(port);
    nobody.get("/api/session");
    cells.add(cell(endpoint, nobody, "nobody"));
    return String.join(",", cells);
  }

  private String cell(String endpoint, Browser browser, String who) {
    var path = endpoint.substring(endpoint.indexOf(' ') + 1).replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    if (!NAMES_AN_OBJECT.test(path)) {
      var status = ask(browser, endpoint, Place.NONE).status();
      return switch (status) {
        case 401 -> "sign-in";
        case 403 -> "no";
        default -> status < 500 ? "yes" : "broken " + status;
      };
    }
    var nowhere = ask(browser, endpoint, Place.NONE);
    if (nowhere.status() == 401 || nowhere.status() == 403) {
      return nowhere.status() == 401 ? "sign-in" : "no";
    }
    var answered = new TreeSet<Place>();
    for (var place : List.of(Place.OWN, Place.STREET, Place.OTHER)) {
      var answer = ask(browser, endpoint, place);
      if (answer.status() >= 500) {
        return "broken " + answer.status();
      }
      if (answer.status() != 404 && answer.status() != 403) {
        answered.add(place);
      } else if (answer.status() != nowhere.status() || !answer.body().equals(nowhere.body())) {
        unlike.add(who + " " + endpoint + " " + place + ": " + answer.body() + " but " + nowhere.body());
      }
    }
    if (nowhere.status() != 404) {
      return "anything " + nowhere.status();
    }
    return switch (answered.size()) {
      case 0 -> "none";
      case 1 -> answered.contains(Place.OWN) ? "own" : answered.toString();
      case 2 -> answered.contains(Place.OTHER) ? answered.toString() : "street";
      default -> "all";
    };
  }

  private Browser.Touched ask(Browser browser, String endpoint, Place place) {
    var verb = endpoint.substring(0, endpoint.indexOf(' '));
    var path = endpoint.substring(endpoint.indexOf(' ') + 1);
    Object body = verb.equals("GET") || verb.equals("DELETE") ? null : Map.of();
    if (UPLOADS.contains(endpoint)) {
      return browser.upload(path, "m.xlsx", "no workbook");
    }
    path = path.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replace("{format}", "json").replace("{year}", "2022").replace("{token}", "no-token").replace("{day}", "2090-06-01")
        .replace("{service}", "TELECOM").replace("{requestKind}", "OUTAGE").replace("{activityCode}", "matrix")
        .replace("{limitCode}", "MATRIX").replace("{limitVersion}", "1").replace("{pauseReason}", "AT_REQUEST").replace("{placeCode}", "NOSUCHCODE")
        .replace("{ticket}", "no-ticket").replace("{number}", "no-number").replace("{serviceCode}", "LEAK").replace("{openToken}", "no-token").replace("{photo}", "00000000-0000-4000-8000-000000000000");
    if (NAMES_AN_OBJECT.test(path)) {
      var pattern = path;
      var maker = objects.stream().filter(o -> o.knows(pattern)).findFirst()
          .orElseThrow(() -> new AssertionError("no MatrixObjects knows " + pattern));
      for (var variable : maker.at(endpoint, place, !verb.equals("GET")).entrySet()) {
        path = path.replace("{" + variable.getKey() + "}", variable.getValue());
      }
      body = maker.body(endpoint);
    }
    if (endpoint.endsWith("/budget/workbook") || endpoint.endsWith("/foreign-plans")) {
      return browser.upload(path, "m.xlsx", "no workbook");
    }
    return browser.touch(verb, path, body);
  }
}
