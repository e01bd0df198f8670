package org.xingfuli.database.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own PostgreSQL over one data folder, for as long as this object is open.
 *
 * <p>A server left over by a killed platform is adopted, or stopped when it is not quite ours; a server that dies under
 * us is started again on the same port. Only one platform at a time holds the folder. Guarded by
 * {@code EmbeddedPostgresTest}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final int ATTEMPTS = 5;

  private final Folders folders;
  private final Cluster cluster;
  private final String password;
  private final FileChannel lock;
  private volatile int port;
  private volatile long pid;
  private volatile boolean closing;
  private volatile boolean guarded;
  private @Nullable Connection guard;

  private EmbeddedPostgres(Folders folders, Cluster cluster, String password, FileChannel lock) {
    this.folders = folders;
    this.cluster = cluster;
    this.password = password;
    this.lock = lock;
  }

  /**
   * Starts the server of this data folder, creating everything that is missing.
   *
   * @throws CannotStart with a text for the operator when it cannot be had
   */
  public static EmbeddedPostgres start(Path data) {
    var user = ServerUser.current();
    var folders = Folders.prepare(data, user);
    try {
      var lock = lock(folders);
      try {
        var cluster = new Cluster(folders, user, Binaries.unpack(folders.binaries()));
        var postgres = new EmbeddedPostgres(folders, cluster, password(folders, cluster), lock);
        postgres.open();
        return postgres;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new CannotStart(
          "数据目录 %s 不可用：%s".formatted(data, e),
          "The data folder %s cannot be used: %s".formatted(data, e), e);
    }
  }

  private static FileChannel lock(Folders folders) throws IOException {
    var channel = FileChannel.open(folders.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("this very process holds {}", folders.lock());
    }
    channel.close();
    throw inUse(folders);
  }

  private static CannotStart inUse(Folders folders) {
    return new CannotStart(
        "另一个幸福里正在使用数据目录 %s。请先停止它，或用 --data 指定另一个目录。".formatted(folders.data()),
        "Another Xingfuli is using the data folder %s. Stop it first, or name another folder with --data."
            .formatted(folders.data()));
  }

  /**
   * The port of the server over this data folder when a running platform holds the folder, and nothing otherwise.
   */
  public static OptionalInt runningAt(Path data) {
    try (var lock = lock(Folders.prepare(data, ServerUser.current()))) {
      LOG.debug("nobody holds {}", lock);
      return OptionalInt.empty();
    } catch (CannotStart held) {
      var folders = Folders.prepare(data, ServerUser.current());
      return PostmasterPid.read(folders.cluster()).map(running -> OptionalInt.of(running.port()))
          .orElseThrow(() -> held);
    } catch (IOException e) {
      throw new CannotStart(
          "数据目录 %s 不可用：%s".formatted(data, e), "The data folder %s cannot be used: %s".formatted(data, e), e);
    }
  }

  private static String password(Folders folders, Cluster cluster) {
    var file = folders.secrets().resolve("postgres");
    if (cluster.exists() && !Files.exists(file)) {
      throw new CannotStart(
          "数据库 %s 的密码文件 %s 不见了。请从备份恢复该文件。".formatted(folders.cluster(), file),
          "The password file %s of the database %s is gone. Restore it from a backup.".formatted(file, folders.cluster()));
    }
    return SecretFile.readOrCreate(file);
  }

  private void open() throws IOException {
    if (!cluster.exists()) {
      LOG.info("creating the database in {}", folders.cluster());
      cluster.create(password);
    }
    cluster.refuseOtherMajor();
    if (!adopt()) {
      launch();
    }
    try {
      guard = ServerCheck.guard(address("postgres"), password, folders);
      guarded = true;
    } catch (SQLException e) {
      throw new CannotStart("数据库连接中断：" + e.getMessage(), "The database hung up: " + e.getMessage(), e);
    }
    Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
  }

  /** Takes over a server a killed platform left behind; stops it when it is not what we would have started. */
  private boolean adopt() throws IOException {
    var left = PostmasterPid.read(folders.cluster());
    if (left.isEmpty() || !left.get().isServerOf(folders.cluster())) {
      return false;
    }
    var running = left.get();
    for (var waited = 0; waited < 600 && !running.ready() && running.alive(); waited++) {
      Cluster.pause(100);
      running = PostmasterPid.read(folders.cluster()).orElse(running);
    }
    port = running.port();
    pid = running.pid();
    var ours = cluster.binaries().program("postgres").toRealPath();
    if (running.alive() && running.program().filter(ours::equals).isPresent()) {
      try {
        ServerCheck.check(address("postgres"), password, folders);
        LOG.info("adopted the running database (pid {}, port {})", pid, port);
        return true;
      } catch (SQLException | CannotStart e) {
        LOG.warn("the running database is not as it should be: {}", e.getMessage());
      }
    }
    LOG.info("stopping the database left running (pid {})", pid);
    cluster.stop();
    return false;
  }

  private void launch() throws IOException {
    port = Files.exists(folders.port()) ? remembered() : free(0);
    for (var attempt = 1; ; attempt++) {
      if (free(port) != port) {
        port = free(0);
      }
      cluster.configure(port);
      if (cluster.start() == Cluster.Started.YES) {
        break;
      }
      LOG.warn("port {} was taken, trying another", port);
      port = 0;
      if (attempt == ATTEMPTS) {
        throw new CannotStart("找不到可用的端口。", "No free port could be found.");
      }
    }
    Files.writeString(folders.port(), port + "\n");
    pid = PostmasterPid.read(folders.cluster()).map(PostmasterPid::pid).orElse(-1L);
    try {
      ServerCheck.check(address("postgres"), password, folders);
    } catch (SQLException e) {
      cluster.stop();
      throw ServerCheck.refusal(e, folders);
    } catch (CannotStart e) {
      cluster.stop();
      throw e;
    }
    LOG.info("database ready (pid {}, port {})", pid, port);
  }

  private int remembered() throws IOException {
    try {
      return Integer.parseInt(Files.readString(folders.port()).strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The wanted port if nobody listens on it, otherwise any free one. */
  private static int free(int wanted) throws IOException {
    try (var socket = new ServerSocket(Math.max(wanted, 0), 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wanted == 0) {
        throw e;
      }
      return free(0);
    }
  }

  /** Starts the server again when it died under us; the pools find it on the same port. */
  private void watch() {
    while (!closing) {
      Cluster.pause(200);
      var server = new PostmasterPid(pid, folders.cluster(), port, "");
      if (!closing && !(guarded && server.alive())) {
        revive();
      }
    }
  }

  private synchronized void revive() {
    if (closing) {
      return;
    }
    LOG.warn("the database (pid {}) has died, starting it again", pid);
    guarded = false;
    try {
      if (!adopt()) {
        launch();
      }
      guard = ServerCheck.guard(address("postgres"), password, folders);
      guarded = true;
    } catch (IOException | SQLException | CannotStart e) {
      LOG.error("the database does not come back, trying again: {}", e.getMessage());
      Cluster.pause(1000);
    }
  }

  /** JDBC address of one database on this server. */
  public String address(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public String superuser() {
    return Cluster.SUPERUSER;
  }

  public String password() {
    return password;
  }

  /** Process id of the running server. */
  public long pid() {
    return pid;
  }

  /** Stops the server; pools must have been closed before. */
  @Override
  public void close() {
    closing = true;
    synchronized (this) {
      try {
        if (guard != null) {
          guard.close();
        }
        cluster.stop();
        lock.close();
      } catch (SQLException | IOException e) {
        LOG.warn("while stopping the database: {}", e.getMessage());
      }
    }
  }
}
