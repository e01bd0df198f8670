package org.xingfuli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prose that nothing checks goes stale: links must resolve, and guards that documents name must exist. */
class DocumentsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z][A-Za-z]+Test)`");

  @Test
  void everyLinkInTheDocumentsResolves() throws IOException {
    var broken = new ArrayList<String>();
    for (var page : pages()) {
      var links = LINK.matcher(Files.readString(page));
      while (links.find()) {
        if (!Files.exists(page.resolveSibling(links.group(1)))) {
          broken.add(ROOT.relativize(page) + " → " + links.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyTestThatADocumentNamesExists() throws IOException {
    var tests = fileNames("Test.java");
    var missing = new ArrayList<String>();
    for (var page : pages()) {
      var names = TEST_CLASS.matcher(Files.readString(page));
      while (names.find()) {
        if (!tests.contains(names.group(1) + ".java")) {
          missing.add(ROOT.relativize(page) + " names " + names.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    try (var files = sources()) {
      return files.filter(f -> f.toString().endsWith(".md")).toList();
    }
  }

  private static Set<String> fileNames(String ending) throws IOException {
    var names = new HashSet<String>();
    try (var files = sources()) {
      files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(ending)).forEach(names::add);
    }
    return names;
  }

  private static Stream<Path> sources() throws IOException {
    return Files.walk(ROOT).filter(f -> {
      var path = ROOT.relativize(f).toString();
      return !path.contains("node_modules") && !path.contains("target/") && !path.startsWith(".");
    });
  }
}
