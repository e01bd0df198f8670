package org.xingfuli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
    return sources().stream().filter(f -> f.toString().endsWith(".md")).toList();
  }

  private static Set<String> fileNames(String ending) throws IOException {
    var names = new HashSet<String>();
    sources().stream().map(f -> f.getFileName().toString()).filter(n -> n.endsWith(ending)).forEach(names::add);
    return names;
  }

  /**
   * Every file that is written by hand. Folders of what is built are not entered at all: the PostgreSQL of a test beside
   * this one lives in {@code target}, and its files come and go while we look.
   */
  private static List<Path> sources() throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        var name = folder.getFileName().toString();
        var built = name.equals("node_modules") || name.equals("target");
        var hidden = name.startsWith(".") && !folder.equals(ROOT);
        return built || hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        found.add(file);
        return FileVisitResult.CONTINUE;
      }
    });
    return found;
  }
}
