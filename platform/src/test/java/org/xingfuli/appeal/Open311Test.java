package org.xingfuli.appeal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GeoReport v2, call by call: every address, both forms, every error it specifies. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class, UtilityObjects.class})
class Open311Test {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired UtilityObjects buildings;
  @Autowired JdbcClient jdbc;
  @Autowired BusinessClock clock;

  private final HttpClient client = HttpClient.newHttpClient();
  private Browser clerk;
  private String key;

  @BeforeEach
  void anApplicationHasAKey() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    key = keyOf(clerk);
    world.system(() -> jdbc.sql("delete from identity.attempt").update());
  }

  private static String keyOf(Browser person) {
    var made = person.post("/api/account/tokens", Map.of("name", "随手拍", "permissions", List.of("APPEAL_INTAKE"),
        "lastDay", LocalDate.now().plusDays(30).toString()));
    assertThat(made.status()).as("%s", made.body()).isLessThan(300);
    return made.body().path("secret").asString();
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/open311/v2" + path)).build());
  }

  private HttpResponse<String> post(String path, Map<String, String> form) {
    return post(path, form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8)).toList());
  }

  private HttpResponse<String> post(String path, List<String> fields) {
    return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/open311/v2" + path))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(String.join("&", fields))).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString(UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    return JSON.readTree(answer.body());
  }

  private static Document xml(HttpResponse<String> answer) throws Exception {
    assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(answer.body().getBytes(UTF_8)));
  }

  private static List<String> texts(Document document, String element) {
    var nodes = document.getElementsByTagName(element);
    return IntStream.range(0, nodes.getLength()).mapToObj(at -> nodes.item(at).getTextContent()).toList();
  }

  private Map<String, String> leak() {
    return Map.of("api_key", key, "service_code", "LEAK", "attribute[WHERE]", "ROOF", "address_string", world.name(Place.OWN) + "顶楼",
        "description", "下雨就漏，接了三个盆", "first_name", "小明", "last_name", "张", "phone", "13900003111", "account_id", "7",
        "media_url", "https://example.org/leak.jpg");
  }

  private String filed() {
    var answer = post("/requests.json", leak());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).at("/0/service_request_id").asString();
  }

  @Test
  void servicesAreListedInBothForms() throws Exception {
    var listed = json(get("/services.json"));
    var leak = listed.valueStream().filter(one -> one.path("service_code").asString().equals("LEAK")).findFirst().orElseThrow();
    assertThat(leak.path("service_name").asString()).isEqualTo("漏雨");
    assertThat(leak.path("metadata").asBoolean()).isTrue();
    assertThat(leak.path("type").asString()).isEqualTo("realtime");
    assertThat(leak.propertyNames()).contains("description", "keywords", "group");
    var document = xml(get("/services.xml"));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("services");
    assertThat(texts(document, "service_code")).hasSameSizeAs(listed).contains("LEAK", "PARKING_ORDER_FIRE");
  }

  @Test
  void aServiceIsDefinedWithItsQuestions() throws Exception {
    var defined = json(get("/services/LEAK_ROOF.json"));
    assertThat(defined.path("service_code").asString()).isEqualTo("LEAK_ROOF");
    assertThat(defined.at("/attributes/0/code").asString()).isEqualTo("WHERE");
    assertThat(defined.at("/attributes/0/datatype").asString()).isEqualTo("singlevaluelist");
    assertThat(defined.at("/attributes/0/required").asBoolean()).isTrue();
    assertThat(defined.at("/attributes/0/values/0/key").asString()).isEqualTo("ROOF");
    assertThat(defined.at("/attributes/0").propertyNames()).contains("variable", "datatype_description", "order", "description");
    var document = xml(get("/services/PIPES.xml"));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("service_definition");
    assertThat(texts(document, "key")).contains("BLOCKED", "SMELL");
    assertThat(json(get("/services/PARKING_FEE.json")).path("attributes")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/services/NO_SUCH.json", "/services.json?jurisdiction_id=nowhere", "/services/LEAK.json?jurisdiction_id=nowhere",
      "/requests.json?jurisdiction_id=nowhere", "/requests/SQ-1-1.json", "/tokens/nobody.json", "/nothing.json", "/services.yaml"})
  void whatIsNotThereIsFourHundredAndFour(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    if (path.contains(".json")) {
      var told = json(answer);
      assertThat(told.at("/0/code").asString()).isEqualTo("404");
      assertThat(told.at("/0/description").asString()).isNotBlank();
    }
  }

  @Test
  void errorsInXmlAreAListOfCodeAndDescription() throws Exception {
    var document = xml(get("/services/NO_SUCH.xml"));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("errors");
    assertThat(texts(document, "code")).containsExactly("404");
    assertThat(texts(document, "description").getFirst()).isNotBlank();
  }

  @Test
  void ourOwnJurisdictionIsKnown() {
    assertThat(get("/services.json?jurisdiction_id=" + MatrixWorld.DISTRICT).statusCode()).isEqualTo(200);
  }

  @Test
  void aRequestIsFiledAndReadBackByTheKeyThatSentIt() throws Exception {
    var number = filed();
    var own = json(get("/requests/" + number + ".json?api_key=" + key)).path(0);
    assertThat(own.path("service_request_id").asString()).isEqualTo(number);
    assertThat(own.path("status").asString()).isEqualTo("open");
    assertThat(own.path("service_code").asString()).isEqualTo("LEAK");
    assertThat(own.path("service_name").asString()).isEqualTo("漏雨");
    assertThat(own.path("description").asString()).startsWith("下雨就漏").contains("屋面");
    assertThat(own.path("media_url").asString()).isEqualTo("https://example.org/leak.jpg");
    assertThat(own.path("requested_datetime").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00");
    assertThat(own.path("expected_datetime").asString()).isNotBlank();
    assertThat(texts(xml(get("/requests/" + number + ".xml")), "service_request_id")).containsExactly(number);
    var id = world.system(() -> jdbc.sql("select id from appeal.appeal where number = ?").param(number).query(String.class).single());
    var appeal = clerk.get("/api/appeals/" + id).body();
    assertThat(appeal.at("/row/estateId").asString()).isEqualTo(world.estate(Place.OWN).toString());
    assertThat(appeal.at("/row/channel").asString()).isEqualTo("OPEN311");
    assertThat(appeal.at("/complainant/phone").asString()).isEqualTo("139****3111");
    assertThat(json(get("/tokens/" + id + ".json")).at("/0/service_request_id").asString()).isEqualTo(number);
    assertThat(texts(xml(get("/tokens/" + number + ".xml")), "service_request_id")).containsExactly(number);
  }

  @Test
  void whatWasSaidIsToldToNobodyElse() {
    var number = filed();
    var stranger = keyOf(new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT)));
    for (var query : List.of("", "?api_key=" + stranger)) {
      var told = get("/requests/" + number + ".json" + query);
      assertThat(told.statusCode()).isEqualTo(200);
      assertThat(told.body()).doesNotContain("三个盆").doesNotContain("13900003111").doesNotContain("张小明").doesNotContain("example.org")
          .doesNotContain("顶楼");
    }
  }

  @Test
  void aConfidentialAppealIsTakenOutOfWhatIsRead() {
    var number = filed();
    world.system(() -> jdbc.sql("update appeal.appeal set confidential = true where number = ?").param(number).update());
    assertThat(get("/requests/" + number + ".json?api_key=" + key).statusCode()).isEqualTo(404);
    assertThat(json(get("/requests.json?service_request_id=" + number))).isEmpty();
  }

  @Test
  void withoutAGoodKeyNothingIsFiled() throws Exception {
    var noKey = new HashMap<>(leak());
    noKey.remove("api_key");
    assertThat(post("/requests.json", noKey).statusCode()).isEqualTo(403);
    noKey.put("api_key", "guess");
    var refused = post("/requests.xml", noKey);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(texts(xml(refused), "code")).containsExactly("403");
    // Somebody whose right was taken: the key opens nothing any more.
    var reader = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, MatrixWorld.DISTRICT));
    var weak = reader.post("/api/account/tokens", Map.of("name", "只读", "permissions", List.of("APPEAL_READ"),
        "lastDay", LocalDate.now().plusDays(30).toString())).body().path("secret").asString();
    noKey.put("api_key", weak);
    assertThat(post("/requests.json", noKey).statusCode()).isEqualTo(403);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    var answer = post("/requests.json", Map.of("api_key", key, "service_code", "LEAK", "lat", "95", "phone", "call me",
        "attribute[WHERE]", "CELLAR", "attribute[SINCE]", "gestern"));
    assertThat(answer.statusCode()).isEqualTo(400);
    var told = json(answer).valueStream().map(error -> error.path("description").asString().split(":")[0]).toList();
    assertThat(told).containsExactlyInAnyOrder("lat", "phone", "attribute[WHERE]", "attribute[SINCE]");
    assertThat(post("/requests.json", Map.of("api_key", key, "service_code", "LEAK", "attribute[WHERE]", "ROOF")).statusCode())
        .as("no place").isEqualTo(400);
    assertThat(post("/requests.json", Map.of("api_key", key, "service_code", "LEAK", "address_string", "某处")).statusCode())
        .as("a required question unanswered").isEqualTo(400);
    assertThat(post("/requests.json", Map.of("api_key", key, "address_string", "某处")).statusCode()).as("no service").isEqualTo(400);
    assertThat(post("/requests.json", Map.of("api_key", key, "service_code", "NO_SUCH", "address_string", "某处")).statusCode())
        .as("unknown service").isEqualTo(404);
    assertThat(post("/requests.json", Map.of("api_key", key, "service_code", "GREENING", "address_string", "某处",
        "description", "长".repeat(4_001))).statusCode()).as("4,000 characters at most").isEqualTo(400);
  }

  @Test
  void eachOfTheThreeWaysToSayWhereIsEnough() {
    var building = buildings.building(Place.OWN);
    for (var place : List.of(Map.of("lat", "32.01", "long", "120.86"), Map.of("address_string", "某处"), Map.of("address_id", building.toString()))) {
      var form = new HashMap<String, String>(place);
      form.putAll(Map.of("api_key", key, "service_code", "GREENING", "description", "树倒了"));
      var answer = post("/requests.json", form);
      assertThat(answer.statusCode()).as("%s %s", place, answer.body()).isEqualTo(201);
      if (place.containsKey("address_id")) {
        var number = json(answer).at("/0/service_request_id").asString();
        assertThat(world.system(() -> jdbc.sql("select building_id::text from appeal.appeal where number = ?").param(number)
            .query(String.class).single())).isEqualTo(building.toString());
      }
    }
    assertThat(post("/requests.json", Map.of("api_key", key, "service_code", "GREENING", "address_id", "no-building")).statusCode()).isEqualTo(400);
  }

  @Test
  void severalAnswersToOneQuestionAreRead() {
    var fields = new ArrayList<>(List.of("api_key=" + key, "service_code=PIPES", "address_string=x", "attribute[SIGNS][]=SMELL",
        "attribute[SIGNS][]=FLOOD", "attribute[FLOOR]=3"));
    var number = json(post("/requests.json", fields)).at("/0/service_request_id").asString();
    assertThat(json(get("/requests/" + number + ".json?api_key=" + key)).at("/0/description").asString())
        .contains("返味 Smell、积水 Flood").contains("3");
  }

  @Test
  void aRequestSentAgainUnderItsIdIsTheSame() {
    var body = leak().entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
    var numbers = IntStream.range(0, 2).mapToObj(n -> json(send(HttpRequest.newBuilder(
            URI.create("http://localhost:" + port + "/open311/v2/requests.json")).header("Idempotency-Key", "retry-" + key.substring(4, 16).replaceAll("\\W", "x"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build()))
        .at("/0/service_request_id").asString()).toList();
    assertThat(numbers.getFirst()).isEqualTo(numbers.getLast());
  }

  @Test
  void listsAreFilteredAndIdsOverrideTheRest() {
    var first = filed();
    var second = filed();
    world.system(() -> jdbc.sql("update appeal.open311_request r set requested_at = requested_at - interval '100 days' from appeal.appeal a where a.id = r.appeal_id and a.number = ?")
        .param(first).update());
    assertThat(numbers("/requests.json")).contains(second).doesNotContain(first);
    var old = clock.now().minus(Duration.ofDays(120));
    assertThat(numbers("/requests.json?start_date=" + old)).as("90 days from the start").contains(first).doesNotContain(second);
    assertThat(numbers("/requests.json?end_date=" + clock.now().minus(Duration.ofDays(99)))).contains(first);
    assertThat(numbers("/requests.json?service_code=PARKING")).doesNotContain(second);
    assertThat(numbers("/requests.json?service_code=PARKING,LEAK")).contains(second);
    assertThat(numbers("/requests.json?status=closed")).doesNotContain(second);
    assertThat(numbers("/requests.json?status=open,closed")).contains(second);
    assertThat(numbers("/requests.json?service_request_id=" + first + "," + second + "&status=closed&service_code=PARKING"))
        .containsExactlyInAnyOrder(first, second);
    assertThat(get("/requests.json?start_date=yesterday&status=lost").statusCode()).isEqualTo(400);
    assertThat(json(get("/requests.json?start_date=yesterday&status=lost"))).as("both are told").hasSize(2);
  }

  private List<String> numbers(String path) {
    return json(get(path)).valueStream().map(one -> one.path("service_request_id").asString()).toList();
  }

  @Test
  void theListEndsAtAThousand() {
    var number = filed();
    world.system(() -> jdbc.sql("""
            with more as (
              insert into appeal.appeal (id, number, channel, kind, urgency, state, title, words, area, said_at, received_at, registered_by)
              select uuidv7(), 'SQ-many-' || n, 'OPEN311', 'HELP', 'ORDINARY', 'RECEIVED', 't', 'w', '320613', now(), now(),
                gen_random_uuid() from generate_series(1, 1005) n returning id, area)
            insert into appeal.open311_request (appeal_id, area, service_code, sent_by, requested_at)
            select m.id, m.area, 'LEAK', gen_random_uuid(), r.requested_at from more m,
              (select requested_at from appeal.open311_request r join appeal.appeal a on a.id = r.appeal_id where a.number = ?) r""")
        .param(number).update());
    // The timeline says when a request was last touched, and these have none.
    world.system(() -> jdbc.sql("""
            insert into appeal.entry (id, appeal_id, area, at, act, round, to_state, by_id, by_title, visible)
            select uuidv7(), id, area, now(), 'RECEIVE', 1, 'RECEIVED', id, '', true from appeal.appeal where number like 'SQ-many-%'""").update());
    assertThat(numbers("/requests.json")).hasSize(1_000);
    world.system(() -> jdbc.sql("update appeal.open311_request set requested_at = 'epoch' where appeal_id in (select id from appeal.appeal where number like 'SQ-many-%')").update());
  }

  @Test
  void discoveryTellsWhereTheEndpointIs() throws Exception {
    assertThat(json(get("/discovery.json")).at("/endpoints/0/url").asString()).endsWith("/open311/v2");
    assertThat(texts(xml(get("/discovery.xml")), "format")).containsExactly("text/xml", "application/json");
  }
}
