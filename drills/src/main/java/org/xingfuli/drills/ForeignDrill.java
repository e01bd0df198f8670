package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * People ask for appeals that are not theirs by their real ids, one after the other, in every way an appeal is asked for or acted
 * on. Each answer must be, letter by letter, that to an id nobody was ever given. Then the lists are read for their words, and
 * logs, events and records for the names and telephones of those who appealed.
 */
@Command(name = "foreign", mixinStandardHelpOptions = true,
    description = "拿别处诉求的编号去问 / asks for the appeals of others by their ids, and scans logs, events and records")
final class ForeignDrill implements Callable<Integer> {

  private static final String FEED = "/api/appeal-feeds/hotline-12345/orders";
  private static final int MOST = 500;
  private static final String SECRET = "狐尾藻";
  private static final String NAME = "欧阳密";
  private static final String PHONE = "1997771";

  /** Whose units have none of these appeals; officers are taken when they do not see the street. */
  private static final List<String> FIRMS = List.of("CONTRACTOR", "SUPERVISOR", "DELIVERY_AGENT", "PROPERTY_MANAGER", "UTILITY_OFFICER");
  private static final List<String> OFFICERS = List.of("STREET_OFFICER", "COMMUNITY_OFFICER", "RECEPTION_CLERK");

  private static final List<String> LISTS = List.of("/api/appeals?order=LATEST&limit=200", "/api/appeals?limit=200",
      "/api/appeals?order=LATEST&limit=200&q=" + "%E7%8B%90%E5%B0%BE%E8%97%BB", "/api/appeals/board", "/api/appeals/topics", "/api/appeals/list.xlsx");

  @Option(names = "--ids", defaultValue = "100000", description = "appeals of others asked for (default ${DEFAULT-VALUE})")
  int wanted;

  @Option(names = "--clients", defaultValue = "8", description = "at the same time (default ${DEFAULT-VALUE})")
  int clients;

  @Option(names = "--fault", description = "seen: somebody who sees the street asks too; the drill must see it")
  String fault = "";

  private final ConcurrentLinkedQueue<String> leaks = new ConcurrentLinkedQueue<>();
  private final Map<String, String> nobody = new ConcurrentHashMap<>();
  private final AtomicInteger statuses = new AtomicInteger();

  /** A way to ask for an appeal, or to act on it. */
  private record Way(String method, String path, Map<String, Object> body) {}

  private static final List<Way> WAYS = List.of(new Way("GET", "/api/appeals/{id}", Map.of()), new Way("GET", "/api/appeals/{id}/similar", Map.of()),
      new Way("POST", "/api/appeals/{id}/handle", Map.of("words", "到了")), new Way("POST", "/api/appeals/{id}/progress", Map.of("words", "正在修", "visible", true)),
      new Way("POST", "/api/appeals/{id}/pause", Map.of("reason", "AT_REQUEST", "words", "本人要求")),
      new Way("POST", "/api/appeals/{id}/reply", Map.of("words", "修好了", "outcome", "RESOLVED", "proofs", List.of(Map.of("kind", "PAPER", "words", "验收单")))),
      new Way("POST", "/api/appeals/{id}/return", Map.of("words", "不归我们管")));

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var platform = Platform.start(folder.resolve("data")); var look = platform.database()) {
      var street = SharedDatabase.text(look, "select street from estate.estate group by street order by count(*), street limit 1");
      feed(platform, SharedDatabase.text(look, "select name from estate.estate where street = '" + street + "' order by name limit 1"));
      var ids = ids(look, street);
      var people = people(platform, look, street);
      var begun = System.nanoTime();
      ask(people, ids);
      var seconds = (System.nanoTime() - begun) / 1_000_000_000L;
      for (var person : people.entrySet()) {
        for (var list : LISTS) {
          var answer = person.getValue().get(list);
          if (answer.body().contains(SECRET) || answer.body().contains(NAME)) {
            leaks.add(person.getKey() + " reads the words of others in " + list);
          }
        }
      }
      scan(platform, look);
      var result = new LinkedHashMap<String, Object>();
      result.put("drill", "foreign");
      result.put("street", street);
      result.put("ids", ids.size());
      result.put("people", people.keySet());
      result.put("asked", statuses.get());
      result.put("seconds", seconds);
      result.put("leaks", leaks.size());
      leaks.stream().limit(20).forEach(System.err::println);
      System.out.println(Person.JSON.writeValueAsString(result));
      return leaks.isEmpty() && ids.size() >= wanted && !people.isEmpty() ? 0 : 1;
    }
  }

  private void feed(Platform platform, String estate) throws Exception {
    var clerk = Person.signIn(platform, "APPEAL_CLERK");
    for (int from = 0; from < wanted; from += MOST) {
      var orders = new ArrayList<Map<String, Object>>();
      for (int n = from; n < Math.min(wanted, from + MOST); n++) {
        orders.add(Map.of("orderNumber", "F-" + n, "revision", 1, "kind", "求助", "content", SECRET + "堵了下水道，第" + n + "户。",
            "address", estate, "receivedAt", "2022-04-19 09:00", "caller", Map.of("name", NAME, "phone", PHONE + "%04d".formatted(n % 10_000))));
      }
      var answer = clerk.post(FEED, Map.of("orders", orders), null);
      if (answer.statusCode() != 200 || Person.JSON.readTree(answer.body()).path("refused").asInt() > 0) {
        throw new IOException("the feed answered " + answer.statusCode() + " " + answer.body());
      }
    }
  }

  private static List<UUID> ids(Connection look, String street) throws SQLException {
    var ids = new ArrayList<UUID>();
    try (var statement = look.createStatement();
        var rows = statement.executeQuery("select id from appeal.appeal where original_number like 'F-%' and area like '" + street + "%'")) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  /** Those for whom every appeal of the feed is somebody else's. */
  private Map<String, Person> people(Platform platform, Connection look, String street) throws Exception {
    var people = new LinkedHashMap<String, Person>();
    var estate = SharedDatabase.text(look, "select id from estate.estate where street = '" + street + "' order by name limit 1");
    for (var role : FIRMS) {
      people.put(role, Person.signIn(platform, role));
    }
    for (var role : OFFICERS) {
      var person = Person.signIn(platform, role);
      if (person.get("/api/estates/" + estate).statusCode() == 404) {
        people.put(role, person);
      }
    }
    if (fault.equals("seen")) {
      people.put("APPEAL_CLERK", Person.signIn(platform, "APPEAL_CLERK"));
    }
    return people;
  }

  private void ask(Map<String, Person> people, List<UUID> ids) throws Exception {
    var names = List.copyOf(people.keySet());
    var next = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var running = new ArrayList<Future<?>>();
      for (int client = 0; client < clients; client++) {
        running.add(threads.submit(() -> {
          for (int n = next.getAndIncrement(); n < ids.size(); n = next.getAndIncrement()) {
            var name = names.get(n % names.size());
            ask(name, Objects.requireNonNull(people.get(name)), WAYS.get(n / names.size() % WAYS.size()), ids.get(n));
          }
          return null;
        }));
      }
      for (var one : running) {
        one.get();
      }
    }
  }

  private void ask(String name, Person person, Way way, UUID id) throws IOException, InterruptedException {
    var key = name + " " + way.method() + " " + way.path();
    var unknown = nobody.get(key);
    if (unknown == null) {
      unknown = answer(person, way, UUID.randomUUID());
      nobody.put(key, unknown);
    }
    var answer = answer(person, way, id);
    statuses.incrementAndGet();
    if (!answer.equals(unknown) || !answer.startsWith("4")) {
      leaks.add(key + " of " + id + ": " + answer + " and of nobody's " + unknown);
    }
  }

  /** Status and body with every id taken out: an id is what was asked with. */
  private static String answer(Person person, Way way, UUID id) throws IOException, InterruptedException {
    var answer = person.send(way.method(), way.path().replace("{id}", id.toString()), way.body().isEmpty() ? null : way.body(), null);
    return answer.statusCode() + " " + answer.body().replace(id.toString(), "ID");
  }

  /** Names and telephones where nobody looks for them. */
  private void scan(Platform platform, Connection look) throws IOException, SQLException {
    try (var files = Files.walk(platform.data(), 3)) {
      for (var file : files.filter(each -> each.getFileName().toString().endsWith(".log")).toList()) {
        found(file.getFileName().toString(), read(file));
      }
    }
    found("platform.log", read(Platform.log(platform.data())));
    for (var table : List.of("database.event_publication", "audit.entry", "audit.personal", "database.inbox", "database.scheduled_tasks")) {
      var rows = SharedDatabase.number(look, "select count(*) from " + table + " t where t::text like '%" + NAME + "%' or t::text like '%" + PHONE
          + "%' or t::text like '%" + SECRET + "%'");
      if (rows > 0) {
        leaks.add(table + ": " + rows + " rows with words of those who appealed");
      }
    }
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private void found(String where, String text) {
    for (var word : List.of(NAME, PHONE, SECRET)) {
      if (text.contains(word)) {
        leaks.add(where + " holds «" + word + "»");
      }
    }
  }
}
