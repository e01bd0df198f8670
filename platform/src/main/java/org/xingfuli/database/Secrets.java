package org.xingfuli.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.xingfuli.database.server.SecretFile;

/** Secrets of this installation that must not stand in the database, in {@code secrets/} of the data folder. */
@Component
public class Secrets {

  private final Path folder;

  Secrets(DatabaseProperties properties) {
    this.folder = properties.data().resolve("secrets");
  }

  /** The secret of that name, made at its first use; nodes on other machines need the same file, or are given it. */
  public synchronized String named(String name) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SecretFile.readOrCreate(folder.resolve(name));
  }
}
