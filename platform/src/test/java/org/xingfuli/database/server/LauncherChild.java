package org.xingfuli.database.server;

import java.io.IOException;
import java.nio.file.Path;

/** A platform's process, as far as its database goes: starts it, says so, and stops it when its input ends. */
public final class LauncherChild {

  private LauncherChild() {}

  /** Prints {@code ready PID} or {@code refused MESSAGE}. */
  public static void main(String[] arguments) throws IOException {
    try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
      say("ready " + postgres.pid());
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (CannotStart e) {
      say("refused " + String.valueOf(e.getMessage()).replace('\n', ' '));
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
