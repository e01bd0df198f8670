package org.xingfuli.database.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One database cluster on disk and the commands on it: create, start, stop. */
record Cluster(Folders folders, ServerUser user, Binaries binaries) {

  /** The name of the superuser that initdb makes; only the launcher signs in with it. */
  static final String SUPERUSER = "xingfuli";

  private static final Duration STALE_LOCK = Duration.ofSeconds(15);
  private static final long LARGE_LOG = 16L << 20;

  /** How one attempt to start ended. */
  enum Started { YES, PORT_TAKEN }

  boolean exists() {
    return Files.exists(version());
  }

  private Path version() {
    return folders.cluster().resolve("PG_VERSION");
  }

  /** Makes the cluster under a name of its own and renames it, so that a crash in between leaves no half cluster. */
  void create(String password) throws IOException {
    var partial = folders.server().resolve("cluster.partial");
    Folders.delete(partial);
    var passwordFile = folders.server().resolve("initdb.password");
    SecretFile.write(passwordFile, password);
    user.own(passwordFile);
    try {
      var outcome = run(120, "initdb", "-D", partial.toString(), "-U", SUPERUSER, "--pwfile=" + passwordFile,
          "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=zh",
          "--data-checksums");
      if (!outcome.ok()) {
        throw new CannotStart(
            "无法创建数据库：%s".formatted(outcome.output().strip()),
            "The database cannot be created: %s".formatted(outcome.output().strip()));
      }
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    var include = "\n# Xingfuli's own settings\ninclude '%s'\n".formatted(ServerSettings.FILE);
    Files.writeString(partial.resolve("postgresql.conf"), include, StandardOpenOption.APPEND);
    Files.move(partial, folders.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** A cluster of another major version is never touched. */
  void refuseOtherMajor() throws IOException {
    var found = Files.readString(version()).strip();
    var said = run(20, "postgres", "--version").output();
    var ours = said.replaceAll("(?s).*\\) (\\d+).*", "$1");
    if (!found.equals(ours)) {
      throw new CannotStart(
          "数据目录 %s 属于 PostgreSQL %s，本版自带 PostgreSQL %s，不会改动它。请用旧版运行 ./xingfuli backup 文件，再用新版 ./xingfuli restore 文件 --data 新目录。"
              .formatted(folders.cluster(), found, ours),
          "The data folder %s belongs to PostgreSQL %s, this version brings %s and leaves it alone. Run ./xingfuli backup FILE with the old version, then ./xingfuli restore FILE --data NEW-FOLDER with this one."
              .formatted(folders.cluster(), found, ours));
    }
  }

  void configure(int port) throws IOException {
    var file = folders.cluster().resolve(ServerSettings.FILE);
    Files.writeString(file, ServerSettings.text(port, folders.server()));
    user.own(file);
  }

  /**
   * Starts the server and waits until it is ready.
   *
   * <p>After a crash of the server its lock file and shared memory outlive it for a moment, as long as its last
   * processes do; PostgreSQL clears them away itself, so the start is tried again for a while.
   */
  Started start() throws IOException {
    if (Files.exists(folders.log()) && Files.size(folders.log()) > LARGE_LOG) {
      Files.move(folders.log(), folders.log().resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    var deadline = System.nanoTime() + STALE_LOCK.toNanos();
    for (var pause = 100L; ; pause = Math.min(pause * 2, 2000)) {
      var logged = Files.exists(folders.log()) ? Files.size(folders.log()) : 0;
      var outcome = run(90, "pg_ctl", "-w", "-t", "60", "-D", folders.cluster().toString(), "-l",
          folders.log().toString(), "start");
      if (outcome.ok()) {
        return Started.YES;
      }
      var said = logSince(logged) + outcome.output();
      if (said.contains("could not bind") || said.contains("Address already in use")) {
        return Started.PORT_TAKEN;
      }
      var passing = said.contains("already exists") && said.contains("lock file")
          || said.contains("pre-existing shared memory block");
      if (!passing || System.nanoTime() > deadline) {
        throw new CannotStart(
            "数据库没有启动：%s（完整日志：%s）".formatted(said.strip(), folders.log()),
            "The database did not start: %s (whole log: %s)".formatted(said.strip(), folders.log()));
      }
      pause(pause);
    }
  }

  /** Ends the server after its running statements are rolled back; nothing that was committed is lost. */
  void stop() {
    var outcome = run(90, "pg_ctl", "-m", "fast", "-w", "-t", "60", "-D", folders.cluster().toString(), "stop");
    if (!outcome.ok() && !outcome.output().contains("does not exist") && !outcome.output().contains("No such process")) {
      throw new CannotStart(
          "数据库没有停止：%s".formatted(outcome.output().strip()),
          "The database did not stop: %s".formatted(outcome.output().strip()));
    }
  }

  private ServerUser.Outcome run(int seconds, String program, String... arguments) {
    var command = new ArrayList<>(List.of(binaries.program(program).toString()));
    command.addAll(List.of(arguments));
    return user.run(folders.server(), seconds, command);
  }

  private String logSince(long position) throws IOException {
    if (!Files.exists(folders.log())) {
      return "";
    }
    try (var file = new RandomAccessFile(folders.log().toFile(), "r")) {
      var from = Math.max(position, file.length() - 8192);
      var bytes = new byte[(int) Math.max(0, file.length() - from)];
      file.seek(Math.min(from, file.length()));
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("启动被中断。", "The start was interrupted.", e);
    }
  }
}
