package org.xingfuli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One schema per module: its SQL, in migrations and in stores, touches no other (docs/decisions/0003). */
class MigrationsTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path SOURCES = Path.of("src/main/java/org/xingfuli");
  /** A copy of everything reads everything, under a login that may do nothing else (docs/decisions/0027). */
  private static final Path BACKUP = SOURCES.resolve("database/backup");
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*|(?s)/\\*.*?\\*/");
  private static final Pattern TEXT_BLOCK = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");
  private static final Pattern NAME = Pattern.compile("(?:from|join|into|update|table|on|references|index)\\s+([a-z_]+)\\.[a-z_]+");
  private static final Pattern FILE = Pattern.compile("V[0-9]+__[a-z0-9_]+\\.sql");

  @Test
  void aModulesMigrationsTouchItsOwnSchemaOnly() throws IOException {
    var strangers = new ArrayList<String>();
    for (var module : modules()) {
      for (var file : files(MIGRATIONS.resolve(module), ".sql")) {
        var sql = COMMENT.matcher(Files.readString(file)).replaceAll(" ");
        var qualified = Pattern.compile("\\b(" + String.join("|", modules()) + ")\\.[a-z_]+").matcher(sql);
        while (qualified.find()) {
          if (!own(module, qualified.group(1))) {
            strangers.add(file + ": " + qualified.group());
          }
        }
      }
    }
    assertThat(strangers).isEmpty();
  }

  @Test
  void aModulesStoresTouchItsOwnSchemaOnly() throws IOException {
    var strangers = new ArrayList<String>();
    for (var module : modules()) {
      for (var file : files(SOURCES.resolve(module), ".java")) {
        if (file.startsWith(BACKUP)) {
          continue;
        }
        var literals = TEXT_BLOCK.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(" "));
        while (literals.find()) {
          var names = NAME.matcher(literals.group());
          while (names.find()) {
            var schema = names.group(1);
            if (modules().contains(schema) && !own(module, schema)) {
              strangers.add(file + ": " + names.group());
            }
          }
        }
      }
    }
    assertThat(strangers).isEmpty();
  }

  @Test
  void migrationsAreNumberedAndSayInWordsWhatTheyDo() throws IOException {
    for (var module : modules()) {
      assertThat(files(MIGRATIONS.resolve(module), ".sql"))
          .as(module)
          .allSatisfy(file -> assertThat(file.getFileName().toString()).matches(FILE));
    }
  }

  @Test
  void everyMigratedModuleIsAModule() throws IOException {
    assertThat(modules()).allSatisfy(module -> assertThat(SOURCES.resolve(module).resolve("package-info.java")).exists());
  }

  /** Everybody may use what the basement offers in its schema. */
  private static boolean own(String module, String schema) {
    return schema.equals(module) || schema.equals("database");
  }

  private static Set<String> modules() throws IOException {
    try (var folders = Files.list(MIGRATIONS)) {
      return folders.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(ending)).toList();
    }
  }
}
