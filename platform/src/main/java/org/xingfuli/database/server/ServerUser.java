package org.xingfuli.database.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who the server's programs run as. PostgreSQL refuses root, so root hands them to {@code nobody} by {@code setpriv};
 * everybody else runs them as oneself.
 */
record ServerUser(boolean demoted) {

  private static final int NOBODY = 65534;

  /** Of this process. */
  static ServerUser current() {
    try {
      var uid = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      return new ServerUser(uid == 0);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return new ServerUser("root".equals(System.getProperty("user.name")));
    }
  }

  /** What a program said and how it ended. */
  record Outcome(int exit, String output) {
    boolean ok() {
      return exit == 0;
    }
  }

  /** Runs a program to its end, in a folder its user may enter, with nothing of our PG… environment. */
  Outcome run(Path folder, int seconds, List<String> command) {
    var whole = new ArrayList<String>();
    if (demoted) {
      whole.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs"));
    }
    whole.addAll(command);
    var builder = new ProcessBuilder(whole).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    try {
      var output = Files.createTempFile("xingfuli-", ".out");
      try {
        var process = builder.redirectOutput(output.toFile()).start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
          process.destroy();
          return new Outcome(-1, "no answer within " + seconds + " s: " + read(output));
        }
        return new Outcome(process.exitValue(), read(output));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new CannotStart(
          "无法运行 %s：%s。%s".formatted(command.getFirst(), e.getMessage(), demoted ? "以 root 运行时需要 setpriv（util-linux）。" : ""),
          "%s cannot be run: %s.%s"
              .formatted(command.getFirst(), e.getMessage(), demoted ? " Running as root needs setpriv (util-linux)." : ""),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("启动被中断。", "The start was interrupted.", e);
    }
  }

  private static String read(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
  }

  /** Hands a file or folder to the server's user. */
  void own(Path path) throws IOException {
    if (demoted) {
      Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Whether the server's user can walk down to the folder. */
  boolean reaches(Path folder) throws IOException {
    if (!demoted) {
      return true;
    }
    for (var step = folder.toRealPath(); step != null; step = step.getParent()) {
      if (!Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }
}
