package org.xingfuli.database.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a running or crashed server wrote into {@code postmaster.pid}.
 *
 * @param status such as {@code ready}, {@code starting} or {@code stopping}; empty while the server has not said
 */
record PostmasterPid(long pid, Path cluster, int port, String status) {

  static Optional<PostmasterPid> read(Path cluster) {
    try {
      var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      if (lines.size() < 4) {
        return Optional.empty();
      }
      var status = lines.size() > 7 ? lines.get(7).strip() : "";
      return Optional.of(new PostmasterPid(
          Long.parseLong(lines.get(0).strip()), Path.of(lines.get(1)), Integer.parseInt(lines.get(3).strip()), status));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  boolean ready() {
    return status.equals("ready");
  }

  /** Whether the pid is a living PostgreSQL over this very cluster, and not a stranger who got the number later. */
  boolean isServerOf(Path folder) {
    return alive() && program().map(p -> p.getFileName().toString().startsWith("postgres")).orElse(false)
        && cluster.normalize().equals(folder.normalize());
  }

  boolean alive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !zombie();
  }

  /** The executable of the running process. */
  Optional<Path> program() {
    var exe = Path.of("/proc", Long.toString(pid), "exe");
    try {
      if (Files.isSymbolicLink(exe)) {
        return Optional.of(Files.readSymbolicLink(exe));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return ProcessHandle.of(pid).flatMap(handle -> handle.info().command()).map(Path::of);
  }

  private boolean zombie() {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
    } catch (IOException e) {
      return false;
    }
  }
}
