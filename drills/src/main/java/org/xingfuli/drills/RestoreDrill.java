package org.xingfuli.drills;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Backs up a platform while people write and send photos, restores it into an empty folder and compares: rows, audit head
 * and evidence are the snapshot's, everything acknowledged before the backup began is in it, and nothing stands half. Then spoils the file.
 */
@Command(name = "restore", mixinStandardHelpOptions = true,
    description = "边写边备份，恢复到空目录并核对 / a backup under load, restored into an empty folder and compared")
final class RestoreDrill implements Callable<Integer> {

  private static final int PHOTOS = 300;
  private static final int PHOTO_BYTES = 120_000;
  /** An estate of a tenth of the demo's buildings and households. */
  private static final int BUILDINGS = 110;
  private static final int HOUSEHOLDS_EACH = 33;
  private static final int SPOILED = 3;

  @Option(names = "--seed", defaultValue = "20220420", description = "of photos and of the bytes that are spoiled (default ${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--scale", defaultValue = "1", description = "the demo district so many times over: 1 or 10 (default ${DEFAULT-VALUE})")
  int scale;

  private final List<String> faults = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.err.println("演练数据在 / drill data in " + folder + ", seed " + seed);
    var data = folder.resolve("data");
    var file = folder.resolve("district.backup");
    var before = new Acknowledged();
    Tool.Outcome backup;
    Map<String, String> photosBefore;
    int photosDuring;
    long during;
    try (var platform = Platform.start(data)) {
      grow(platform, folder);
      plantPhotos(data.resolve("evidence"));
      var acknowledged = new Acknowledged();
      var load = new Workload(platform, acknowledged, folder, 1);
      var photos = new PhotoLoad(platform, seed);
      load.start();
      photos.start();
      Thread.sleep(4000);
      photosBefore = photos.soFar();
      acknowledged.yes().forEach(before::answered);
      System.err.println("备份开始时已确认 / acknowledged when the backup begins: " + before.yes().size());
      backup = Tool.run("backup", file, data);
      load.stop();
      photos.stop();
      photosDuring = photos.soFar().size() - photosBefore.size();
      during = acknowledged.yes().size() - before.yes().size();
      succeeded("backup", backup);
    }
    var target = folder.resolve("restored/data");
    var restore = Tool.run("restore", file, target);
    succeeded("restore", restore);
    if (!backup.facts().equals(restore.facts()) || backup.facts().isEmpty()) {
      faults.add("backup and restore tell different rows, evidence or audit heads");
    }
    try (var platform = Platform.start(target)) {
      faults.addAll(new Workload(platform, before, folder, 2).compare());
      faults.addAll(PhotoLoad.compare(platform, photosBefore));
      var auditor = Person.signIn(platform, "AUDITOR");
      var verified = Person.JSON.readTree(auditor.post("/api/audit/verifications", Map.of(), UUID.randomUUID()).body());
      if (!verified.path("ok").asBoolean()) {
        faults.add("the audit chain of the restored platform: " + verified);
      }
    }
    var refused = spoil(file, folder);
    report(file, backup, restore, Map.of("acknowledgedBefore", before.yes().size(), "acknowledgedDuring", during,
        "photosBefore", photosBefore.size(), "photosDuring", photosDuring), refused);
    return faults.isEmpty() ? 0 : 1;
  }

  private void succeeded(String what, Tool.Outcome outcome) {
    System.err.printf("%s %.1f s%n", what, outcome.seconds());
    if (outcome.exit() != 0) {
      faults.add(what + " ended with " + outcome.exit() + ": " + outcome.err());
    }
  }

  /** Nine more districts of buildings and households, through the import everybody uses. */
  private void grow(Platform platform, Path folder) throws IOException, InterruptedException {
    var planner = Person.signIn(platform, "PLANNER");
    for (int n = 1; n <= (scale - 1) * 10; n++) {
      var code = "G" + n;
      var upload = planner.upload("/api/estate-imports",
          EstateFile.write(folder, code, BUILDINGS, HOUSEHOLDS_EACH), UUID.randomUUID());
      var path = "/api/estate-imports/" + Person.JSON.readTree(upload.body()).path("id").asString();
      waitFor(planner, path, "READY");
      planner.post(path + "/adopt", Map.of(), UUID.randomUUID());
      waitFor(planner, path, "DONE");
      if (n % 10 == 0) {
        System.err.printf("扩充 / grown %d/%d%n", n, (scale - 1) * 10);
      }
    }
  }

  private static void waitFor(Person planner, String path, String wanted) throws IOException, InterruptedException {
    var state = "";
    for (int n = 0; n < 1200; n++) {
      state = planner.json(path).path("state").asString();
      if (state.equals(wanted)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IOException("an import stayed " + state);
  }

  /** Files as the evidence folder keeps them, {@code aa/bb/hash}: the photos of a district, random bytes as far as a backup is concerned. */
  private void plantPhotos(Path evidence) throws IOException {
    var random = new Random(seed);
    for (int n = 0; n < PHOTOS * scale; n++) {
      var photo = new byte[PHOTO_BYTES];
      random.nextBytes(photo);
      var hash = Sha256.of(photo);
      var place = Files.createDirectories(evidence.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)));
      Files.write(place.resolve(hash), photo);
    }
  }

  /** Flips bytes and cuts the end off; each must be refused with words, and leave no folder. */
  private int spoil(Path file, Path folder) throws IOException, InterruptedException {
    var random = new Random(seed);
    int refused = 0;
    for (int n = 0; n < SPOILED * 2; n++) {
      var bad = folder.resolve("spoiled-" + n);
      Files.copy(file, bad);
      var at = random.nextLong(Files.size(bad));
      try (var channel = FileChannel.open(bad, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        if (n % 2 == 0) {
          var one = ByteBuffer.allocate(1);
          channel.read(one, at);
          one.put(0, (byte) (one.get(0) ^ 0x20)).rewind();
          channel.write(one, at);
        } else {
          channel.truncate(at);
        }
      }
      var target = folder.resolve("refused-" + n);
      var outcome = Tool.run("restore", bad, target);
      var said = outcome.err().contains("damaged") || outcome.err().contains("its end is missing");
      if (outcome.exit() == 1 && said && !Files.exists(target)) {
        refused++;
      } else {
        faults.add("spoiled at byte %d and not refused: %d %s".formatted(at, outcome.exit(), outcome.err()));
      }
      Files.delete(bad);
    }
    return refused;
  }

  private void report(Path file, Tool.Outcome backup, Tool.Outcome restore, Map<String, Object> load, int refused)
      throws IOException {
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "restore");
    result.put("scale", scale);
    result.put("seed", seed);
    result.put("tables", backup.number("snapshot ", 3));
    result.put("rows", backup.number("snapshot ", 5));
    result.put("evidence", backup.number("snapshot ", 7));
    result.put("fileBytes", Files.exists(file) ? Files.size(file) : 0);
    result.put("backupSeconds", Math.round(backup.seconds() * 10) / 10.0);
    result.put("restoreSeconds", Math.round(restore.seconds() * 10) / 10.0);
    result.putAll(new TreeMap<>(load));
    result.put("factsCompared", backup.facts().size());
    result.put("factsEqual", backup.facts().equals(restore.facts()));
    result.put("spoiledRefused", refused + "/" + SPOILED * 2);
    result.put("faults", faults.size());
    faults.stream().limit(20).forEach(System.err::println);
    result.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
    System.out.println(Person.JSON.writeValueAsString(result));
  }
}
