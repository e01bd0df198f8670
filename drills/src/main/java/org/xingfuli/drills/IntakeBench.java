package org.xingfuli.drills;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.xingfuli.drills.Platform.CpuSeconds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How many appeals a second are registered durably through HTTP, with rights and audit, beside a bare transaction of two
 * statements on the same database with as many clients. {@code ./xingfuli bench intake}.
 */
@Command(name = "intake-bench", mixinStandardHelpOptions = true,
    description = "每秒受理多少件，与裸事务并列 / durable intake through HTTP beside a bare durable transaction")
final class IntakeBench implements Callable<Integer> {

  private static final double WANTED_SHARE = 0.25;
  private static final double WANTED_PER_SECOND = 1000;
  private static final double WANTED_P99_MILLIS = 50;
  /** The number of clients at which the answer's time is held against its target. */
  private static final int CALM = 8;
  private static final int BODY_CHARACTERS = 200;
  private static final int BODIES = 256;

  /** What residents of old estates write about, in pieces. */
  private static final List<String> PHRASES = List.of("我家楼上的屋面又漏雨了", "卫生间顶上一直往下滴水", "物业说要等改造的时候一起修", "请问什么时候能够施工",
      "楼道里的电线拉得到处都是", "电瓶车在门厅里充电很危险", "希望小区里多装一些充电桩", "晚上回来根本找不到停车位", "消防通道常年被私家车占着",
      "打了几次电话都没有人来处理", "老人上下楼很不方便", "能不能加装一部电梯", "污水管堵了以后一楼返水", "院子里的化粪池满了很久没有清掏",
      "自来水这几天发黄还有异味", "顶楼有人违章搭建了阳光房", "施工队早上六点就开始敲墙", "脚手架把窗户挡住了没有光线", "外墙的保温层掉下来砸到车子",
      "垃圾桶旁边夏天的气味很重", "路灯坏了好几个月没有人修", "燃气公司来检查说管子要换", "围墙倒了一段小孩容易出事", "绿化带被人种了菜",
      "改造方案公示的时候我们不知道", "社区答应的事情到现在没有回音", "门禁坏了外面的人随便进", "雨棚拆了以后雨水直接打进来", "小区大门口的路面坑坑洼洼",
      "我是第", "号楼", "单元的住户", "已经住了", "多年", "请有关部门尽快派人来看一看", "麻烦给一个明确的答复", "谢谢", "家里有病人需要安静", "邻居之间因为这个吵过好几回");

  @Option(names = "--clients", split = ",", defaultValue = "8,32", description = "at the same time (default ${DEFAULT-VALUE})")
  int[] clients = {};

  @Option(names = "--seconds", defaultValue = "20", description = "for each figure (default ${DEFAULT-VALUE})")
  int seconds;

  @Option(names = "--warm-up", defaultValue = "40", description = "seconds before the first figure (default ${DEFAULT-VALUE})")
  int warmUp;

  @Option(names = "--seed", defaultValue = "20220420", description = "of the words (default ${DEFAULT-VALUE})")
  long seed;

  private final List<String> words = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private long registered;

  /** One act of one client. */
  private interface Act {
    void perform(int number) throws IOException, SQLException;
  }

  /** What one figure was taken from. */
  private record Taken(Timings timings, CpuSeconds cpu) {}

  /** A client that is ready, and what it holds open. */
  private record Client(Act act, AutoCloseable held) {}

  private interface Clients {
    Client next() throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("xingfuli-bench-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.err.println("数据在 / data in " + folder + ", seed " + seed);
    makeWords(new Random(seed));
    var result = new LinkedHashMap<String, Object>();
    result.put("bench", "intake");
    result.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    result.put("machine", machine());
    result.put("seed", seed);
    result.put("seconds", seconds);
    result.put("loadBefore", load());
    result.put("referenceSecondsBefore", Reference.seconds());
    var held = true;
    try (var platform = Platform.start(folder.resolve("data")); var look = platform.database()) {
      IntakePeer.prepare(look);
      run(platform, CALM, warmUp, () -> clerk(platform));
      for (var many : clients) {
        var peer = run(platform, many, seconds, () -> peer(platform));
        var intake = run(platform, many, seconds, () -> clerk(platform));
        held &= put(result, many, peer, intake);
      }
      var stored = SharedDatabase.number(look, "select count(*) from appeal.appeal where title like '" + IntakeLedger.TITLE + "%'");
      var audited = SharedDatabase.number(look, "select count(*) from audit.entry where act = 'appeal.receive' and subject_id in "
          + "(select id from appeal.appeal where title like '" + IntakeLedger.TITLE + "%')");
      if (stored != registered || audited != registered) {
        faults.add("%d answered, %d stored, %d audited".formatted(registered, stored, audited));
      }
      result.put("registered", registered);
      result.put("stored", stored);
      result.put("audited", audited);
    }
    result.put("loadAfter", load());
    result.put("referenceSecondsAfter", Reference.seconds());
    result.put("faults", faults.size());
    faults.stream().limit(20).forEach(System.err::println);
    System.out.println(Person.JSON.writeValueAsString(result));
    return held && faults.isEmpty() ? 0 : 1;
  }

  private boolean put(Map<String, Object> result, int many, Taken bare, Taken whole) {
    var peer = bare.timings();
    var intake = whole.timings();
    var share = Math.round(1000.0 * intake.count() / Math.max(1, peer.count())) / 1000.0;
    var figures = new LinkedHashMap<String, Object>();
    peer.put(figures, seconds);
    figures.put("cpuMillisEach", bare.cpu().millisEach(peer.count()));
    result.put("peer" + many, figures);
    var ours = new LinkedHashMap<String, Object>();
    intake.put(ours, seconds);
    ours.put("shareOfPeer", share);
    ours.put("cpuMillisEach", whole.cpu().millisEach(intake.count()));
    result.put("intake" + many, ours);
    var held = share >= WANTED_SHARE && intake.perSecond(seconds) >= WANTED_PER_SECOND
        && (many != CALM || intake.millis(0.99) < WANTED_P99_MILLIS);
    System.out.printf("%2d 个客户端 clients  裸事务 peer  %8.1f/s  p50 %6.2f ms  p99 %6.2f ms%n", many, peer.perSecond(seconds),
        peer.millis(0.50), peer.millis(0.99));
    System.out.printf("%2d 个客户端 clients  受理 intake  %8.1f/s  p50 %6.2f ms  p99 %6.2f ms  %.1f %% %s%n", many,
        intake.perSecond(seconds), intake.millis(0.50), intake.millis(0.99), 100 * share, held ? "达标 held" : "未达标 missed");
    return held;
  }

  /** So many clients for so many seconds, each the next act when it has the answer of the one before. */
  private Taken run(Platform platform, int many, int forSeconds, Clients clients) throws Exception {
    var ready = new ArrayList<Client>();
    for (int n = 0; n < many; n++) {
      ready.add(clients.next());
    }
    var all = new Timings();
    var before = platform.cpu();
    var end = System.nanoTime() + forSeconds * 1_000_000_000L;
    var threads = new ArrayList<Thread>();
    for (var client : ready) {
      threads.add(Thread.ofPlatform().start(() -> {
        var own = new Timings();
        try {
          for (int n = 0; System.nanoTime() < end; n++) {
            var begun = System.nanoTime();
            client.act().perform(n);
            own.add(System.nanoTime() - begun);
          }
        } catch (IOException | SQLException e) {
          faults.add(e.toString());
        }
        synchronized (all) {
          all.addAll(own);
        }
      }));
    }
    for (var thread : threads) {
      thread.join();
    }
    var cpu = platform.cpu().since(before);
    for (var client : ready) {
      client.held().close();
    }
    return new Taken(all, cpu);
  }

  private Client peer(Platform platform) throws IOException, SQLException {
    var peer = new IntakePeer(platform.database());
    return new Client(number -> peer.register(words.get(number % BODIES)), peer);
  }

  private Client clerk(Platform platform) throws IOException, InterruptedException {
    var person = Person.signIn(platform, "APPEAL_CLERK");
    var estate = person.json("/api/estates?limit=1").path("items").path(0).path("id").asString();
    var clerk = new RawClerk(platform.address(), person, "/api/appeals");
    return new Client(number -> {
      var key = UUID.randomUUID().toString();
      var status = clerk.post(key, appeal(key, words.get(number % BODIES), estate));
      if (status != 201) {
        throw new IOException("an appeal was answered with " + status);
      }
      synchronized (this) {
        registered++;
      }
    }, clerk);
  }

  private static byte[] appeal(String key, String words, String estate) {
    return ("{\"channel\":\"HOTLINE_12345\",\"kind\":\"HELP\",\"title\":\"" + IntakeLedger.TITLE + key + "\",\"words\":\"" + words
        + "\",\"estateId\":\"" + estate + "\",\"complainant\":{\"kind\":\"RESIDENT\",\"name\":\"张三\",\"phone\":\"13800000000\","
        + "\"replyBy\":\"PHONE\"}}").getBytes(StandardCharsets.UTF_8);
  }

  /** Phrases of complaints in a random order: as long as a complaint is, and of the language's own pairs of characters. */
  private void makeWords(Random random) {
    for (int n = 0; n < BODIES; n++) {
      var text = new StringBuilder();
      while (text.length() < BODY_CHARACTERS) {
        text.append(PHRASES.get(random.nextInt(PHRASES.size()))).append(1 + random.nextInt(60)).append("，".repeat(random.nextInt(2)));
      }
      words.add(text.substring(0, BODY_CHARACTERS));
    }
  }

  /** How many wanted a processor on average over the last minute, this bench and everybody else's work. */
  private static double load() {
    return Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 10) / 10.0;
  }

  private static String machine() throws IOException {
    var cpu = Path.of("/proc/cpuinfo");
    var model = Files.exists(cpu)
        ? Files.readAllLines(cpu).stream().filter(line -> line.startsWith("model name")).findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("?")
        : System.getProperty("os.arch");
    return "%s, %d CPUs, Java %s".formatted(model, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
  }
}
