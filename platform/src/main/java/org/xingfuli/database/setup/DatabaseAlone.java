package org.xingfuli.database.setup;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The PostgreSQL we bring along without a platform on it, until standard input ends: for drills in which several nodes share
 * a database and are killed. An installation of several nodes has a PostgreSQL that somebody looks after.
 */
public final class DatabaseAlone {

  private DatabaseAlone() {}

  /** Prints one line {@code ready ADDRESS}; the superuser's password stands in the folder's {@code secrets/postgres}. */
  static void main(String[] args) throws IOException {
    try (var server = EmbeddedServer.start(Path.of(args[0]))) {
      System.out.println("ready " + server.address());
      System.out.flush();
      while (System.in.read() >= 0) {
        continue;
      }
    }
  }
}
