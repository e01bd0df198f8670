package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The hotline's feed as it comes on a bad day: every order ten times, shuffled, late, and from several connections at once. What
 * stands at the end must be what a clean feed leaves. Then how many orders a second a batch feed of new orders takes in.
 */
@Command(name = "replay", mixinStandardHelpOptions = true,
    description = "12345 工单重发、乱序、迟到 / orders of the hotline sent again, shuffled and late")
final class ReplayDrill implements Callable<Integer> {

  private static final String FEED = "/api/appeal-feeds/hotline-12345/orders";
  private static final double WANTED_PER_SECOND = 3_000;
  private static final int MOST = 500;
  private static final List<String> KINDS = List.of("咨询", "求助", "投诉", "建议");
  private static final List<String> WORDS = List.of("楼道灯坏了半个月", "下水道堵了返水", "顶楼漏雨", "车位被占", "充电桩充不了电", "夜里施工吵", "垃圾没人收",
      "门禁坏了", "井盖松动", "电梯停了两天");

  @Option(names = "--runs", defaultValue = "400", description = "orders, each in one to four revisions (default ${DEFAULT-VALUE})")
  int runs;

  @Option(names = "--copies", defaultValue = "10", description = "times each comes (default ${DEFAULT-VALUE})")
  int copies;

  @Option(names = "--new", defaultValue = "20000", description = "new orders for the rate of a batch feed (default ${DEFAULT-VALUE})")
  int fresh;

  @Option(names = "--clients", defaultValue = "4", description = "connections at once (default ${DEFAULT-VALUE})")
  int clients;

  @Option(names = "--seed", defaultValue = "20220420", description = "of words, order and delays (default ${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--lose", description = "forgets one order of the messy feed: the drill must see it")
  boolean lose;

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var random = new Random(seed);
    try (var platform = Platform.start(folder.resolve("data"))) {
      var clerk = Person.signIn(platform, "APPEAL_CLERK");
      var estates = clerk.json("/api/estates?limit=30").path("items").valueStream().map(one -> one.path("name").asString()).toList();
      var clean = orders("A", estates, random);
      var messy = messy(clean, random);
      for (var batch : parts(clean, 50)) {
        sent(clerk, batch);
      }
      var answers = atOnce(platform, parts(messy, 37));
      var wrong = compare(clerk, clean);
      var rate = rate(platform, estates);
      var result = new LinkedHashMap<String, Object>();
      result.put("drill", "replay");
      result.put("seed", seed);
      result.put("orders", runs);
      result.put("sentClean", clean.size());
      result.put("sentMessy", messy.size());
      result.put("answers", answers);
      result.put("different", wrong);
      result.put("batchOrders", fresh);
      result.put("batchPerSecond", Math.round(rate));
      result.put("batchTarget", WANTED_PER_SECOND);
      result.put("referenceSeconds", Reference.seconds());
      System.out.println(Person.JSON.writeValueAsString(result));
      return wrong == 0 && rate >= WANTED_PER_SECOND ? 0 : 1;
    }
  }

  /** Orders in the order they were made: each in one to four revisions, of which the later correct the earlier. */
  private List<Map<String, Object>> orders(String prefix, List<String> estates, Random random) {
    var orders = new ArrayList<Map<String, Object>>();
    for (int n = 0; n < runs; n++) {
      int revisions = 1 + random.nextInt(4);
      for (int revision = 1; revision <= revisions; revision++) {
        orders.add(order(prefix + "-" + seed + "-" + n, revision, estates, random));
      }
    }
    return orders;
  }

  private static Map<String, Object> order(String number, int revision, List<String> estates, Random random) {
    var order = new HashMap<String, Object>();
    order.put("orderNumber", number);
    order.put("revision", revision);
    order.put("kind", KINDS.get(random.nextInt(KINDS.size())));
    order.put("content", WORDS.get(random.nextInt(WORDS.size())) + "，第" + revision + "次来电。");
    order.put("address", estates.get(random.nextInt(estates.size())) + (1 + random.nextInt(9)) + "幢" + (1 + random.nextInt(4)) + "单元");
    order.put("receivedAt", "2022-04-19 %02d:%02d".formatted(random.nextInt(24), random.nextInt(60)));
    order.put("caller", Map.of("name", "王女士", "phone", "139%08d".formatted(random.nextInt(100_000_000))));
    return order;
  }

  /** The same orders under other numbers, each several times, in no order at all. */
  private List<Map<String, Object>> messy(List<Map<String, Object>> clean, Random random) {
    var messy = new ArrayList<Map<String, Object>>();
    for (var order : clean) {
      var other = new HashMap<>(order);
      other.put("orderNumber", String.valueOf(order.get("orderNumber")).replaceFirst("^A", "B"));
      if (!(lose && other.get("orderNumber").equals("B-" + seed + "-0"))) {
        messy.addAll(Collections.nCopies(copies, other));
      }
    }
    Collections.shuffle(messy, random);
    return messy;
  }

  private static <T> List<List<T>> parts(List<T> all, int size) {
    var parts = new ArrayList<List<T>>();
    for (int at = 0; at < all.size(); at += size) {
      parts.add(all.subList(at, Math.min(all.size(), at + size)));
    }
    return parts;
  }

  private static Map<String, Integer> sent(Person clerk, List<Map<String, Object>> orders) throws IOException, InterruptedException {
    var answer = clerk.post(FEED, Map.of("orders", orders), null);
    if (answer.statusCode() != 200) {
      throw new IOException("the feed answered " + answer.statusCode() + " " + answer.body());
    }
    var taken = Person.JSON.readTree(answer.body());
    var fates = new TreeMap<String, Integer>();
    for (var fate : List.of("received", "known", "corrected", "refused")) {
      fates.put(fate, taken.path(fate).asInt());
    }
    return fates;
  }

  /** Several connections send the parts, each when it comes to it: what was sent first may arrive last. */
  private Map<String, Integer> atOnce(Platform platform, List<List<Map<String, Object>>> parts) throws Exception {
    var left = new ConcurrentLinkedQueue<>(parts);
    var fates = new TreeMap<String, Integer>();
    try (var people = Executors.newFixedThreadPool(clients)) {
      var running = new ArrayList<Future<Map<String, Integer>>>();
      for (int client = 0; client < clients; client++) {
        var person = Person.signIn(platform, "APPEAL_CLERK");
        running.add(people.submit(() -> {
          var own = new TreeMap<String, Integer>();
          for (var part = left.poll(); part != null; part = left.poll()) {
            sent(person, part).forEach((fate, count) -> own.merge(fate, count, Integer::sum));
          }
          return own;
        }));
      }
      for (var one : running) {
        one.get().forEach((fate, count) -> fates.merge(fate, count, Integer::sum));
      }
    }
    return fates;
  }

  /** How many appeals of the messy feed differ from those of the clean one in anything but ids, our numbers and moments of our own. */
  private int compare(Person clerk, List<Map<String, Object>> clean) throws IOException, InterruptedException {
    int wrong = 0;
    var numbers = clean.stream().map(order -> String.valueOf(order.get("orderNumber"))).distinct().toList();
    var ids = ids(clerk);
    for (var number : numbers) {
      var first = ids.get(number);
      var second = ids.get(number.replaceFirst("^A", "B"));
      if (first == null || second == null || !facts(clerk, first).equals(facts(clerk, second))) {
        System.err.println("differs: " + number + (second == null ? " (missing)" : ""));
        wrong++;
      }
    }
    if (ids.size() != 2 * numbers.size() - (lose ? 1 : 0)) {
      System.err.println("appeals: " + ids.size() + " of " + 2 * numbers.size());
      wrong++;
    }
    return wrong;
  }

  /** The ids of the feed's appeals by the numbers of their orders; an order that stands twice is refused here. */
  private Map<String, UUID> ids(Person clerk) throws IOException, InterruptedException {
    var ids = new HashMap<String, UUID>();
    var cursor = "";
    do {
      var page = clerk.json("/api/appeals?channel=HOTLINE_12345&order=LATEST&limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      for (var row : page.path("items")) {
        var id = UUID.fromString(row.path("id").asString());
        var number = clerk.json("/api/appeals/" + id).path("originalNumber").asString();
        if (number.matches("[AB]-" + seed + "-\\d+") && ids.put(number, id) != null) {
          throw new IOException("an order stands twice: " + number);
        }
      }
      cursor = page.path("next").asString("");
    } while (!cursor.isEmpty());
    return ids;
  }

  private static Map<String, String> facts(Person clerk, UUID id) throws IOException, InterruptedException {
    var appeal = clerk.json("/api/appeals/" + id);
    var facts = new TreeMap<String, String>();
    for (var pointer : List.of("/words", "/place", "/saidAt", "/round", "/row/title", "/row/kind", "/row/urgency", "/row/state", "/row/area",
        "/row/estateId", "/row/buildingId", "/row/stairwell", "/row/classCode", "/complainant/name", "/complainant/phone")) {
      facts.put(pointer, appeal.at(pointer).toString());
    }
    return facts;
  }

  /** New orders in batches of 500 from all connections: orders a second from the first to the last answer. */
  private double rate(Platform platform, List<String> estates) throws Exception {
    var random = new Random(seed + 1);
    var count = new AtomicInteger();
    var orders = new ArrayList<Map<String, Object>>();
    for (int n = 0; n < fresh; n++) {
      orders.add(order("C-" + seed + "-" + count.getAndIncrement(), 1, estates, random));
    }
    var parts = parts(orders, MOST);
    atOnce(platform, parts.subList(0, Math.min(4, parts.size()))); // the virtual machine has compiled by then
    var rest = parts.subList(Math.min(4, parts.size()), parts.size());
    var began = System.nanoTime();
    var fates = atOnce(platform, rest);
    var seconds = (System.nanoTime() - began) / 1e9;
    return fates.getOrDefault("received", 0) / seconds;
  }
}
