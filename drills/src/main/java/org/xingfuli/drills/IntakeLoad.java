package org.xingfuli.drills;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own that registers appeals as the clerk does, at the public API, until its standard input ends. What gets no
 * answer, or a server's error, is sent again under its old key until it is answered; from time to time something answered long
 * ago is sent again too. The ledger goes into a file, line by line.
 */
final class IntakeLoad {

  private static final int CLERKS = 8;
  private static final int PAUSE_MILLIS = 10;
  private static final long PATIENCE_NANOS = 180_000_000_000L;

  /** One in so many acts repeats an appeal that was answered before. */
  private static final int REPEATS = 10;

  private final Path data;
  private final URI address;
  private final PrintWriter ledger;
  private final boolean forgetful;
  private volatile boolean running = true;

  private IntakeLoad(Path data, URI address, PrintWriter ledger, boolean forgetful) {
    this.data = data;
    this.address = address;
    this.ledger = ledger;
    this.forgetful = forgetful;
  }

  /** Arguments: the platform's data folder, its address, the ledger, a seed, and whether keys are forgotten (a planted fault). */
  static void main(String[] args) throws Exception {
    try (var ledger = new PrintWriter(Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8))) {
      var load = new IntakeLoad(Path.of(args[0]), URI.create(args[1]), ledger, Boolean.parseBoolean(args[4]));
      // The platform is not killed before the last of them has signed in.
      var signedIn = new CountDownLatch(CLERKS);
      var clerks = new ArrayList<Thread>();
      for (int n = 0; n < CLERKS; n++) {
        var random = new Random(Long.parseLong(args[3]) + n);
        clerks.add(Thread.ofPlatform().start(() -> load.work(random, signedIn)));
      }
      signedIn.await();
      System.out.println("ready");
      System.out.flush();
      while (System.in.read() >= 0) {
        continue;
      }
      load.running = false;
      for (var clerk : clerks) {
        clerk.join();
      }
    }
  }

  private void note(String line) {
    synchronized (ledger) {
      ledger.println(line);
      ledger.flush();
    }
  }

  private void work(Random random, CountDownLatch signedIn) {
    try {
      var clerk = Person.signIn(data, List.of(address), "APPEAL_CLERK");
      var estate = clerk.json("/api/estates?limit=1").path("items").path(0).path("id").asString();
      signedIn.countDown();
      var answered = new ArrayList<UUID>();
      while (running) {
        var again = !answered.isEmpty() && random.nextInt(REPEATS) == 0;
        var key = again ? answered.get(random.nextInt(answered.size())) : new UUID(random.nextLong(), random.nextLong());
        if (!again) {
          note("sent " + key);
        }
        if (untilAnswered(clerk, key, estate)) {
          answered.add(key);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | RuntimeException e) {
      note("a clerk gave up: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean untilAnswered(Person clerk, UUID key, String estate) throws InterruptedException {
    var begun = System.nanoTime();
    var asked = key;
    while (System.nanoTime() - begun < PATIENCE_NANOS) {
      var answer = answer(clerk, asked, appeal(key, estate));
      if (answer != null && answer.statusCode() == 201) {
        note("ack " + key + " " + Person.JSON.readTree(answer.body()).path("number").asString());
        return true;
      }
      if (answer != null && answer.statusCode() / 100 == 4 && answer.statusCode() != 429) {
        note("the key " + key + " was answered with " + answer.statusCode() + " " + answer.body().replace('\n', ' '));
        return false;
      }
      if (forgetful) {
        asked = UUID.randomUUID();
      }
      Thread.sleep(50);
    }
    note("no answer to the key " + key + " within " + PATIENCE_NANOS / 1_000_000_000L + " s");
    return false;
  }

  private static @Nullable HttpResponse<String> answer(Person clerk, UUID key, Map<String, Object> appeal) throws InterruptedException {
    try {
      return clerk.post("/api/appeals", appeal, key);
    } catch (IOException gone) {
      return null;
    }
  }

  private static Map<String, Object> appeal(UUID key, String estate) {
    var appeal = new LinkedHashMap<String, Object>();
    appeal.put("channel", "HOTLINE_12345");
    appeal.put("kind", "HELP");
    appeal.put("title", IntakeLedger.TITLE + key);
    appeal.put("words", "三单元楼道的灯坏了两周，老人晚上下楼看不见台阶，请尽快派人修理。");
    appeal.put("estateId", estate);
    appeal.put("complainant", Map.of("kind", "RESIDENT", "name", "张三", "phone", "13800000000", "replyBy", "PHONE"));
    return appeal;
  }
}
