package org.xingfuli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Refusal;

/** One catalogue of all problems: nothing is refused in words that are not in it. */
class ProblemCatalogueTest {

  private static final Pattern REFUSAL = Pattern.compile(
      "(?:Refusal\\.of|new Refusal|\\bfault|\\brefuse|\\badd)\\(\\s*\"([a-z-]+\\.[a-z0-9.-]+)\"");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final ProblemCatalogue CATALOGUE = ProblemCatalogue.load();

  @Test
  void everyCodeInTheSourcesIsListed() throws IOException {
    var used = new TreeSet<String>();
    for (var root : List.of("../platform", "../kernel", "../exchange", "../engines/scheduling", "../engines/triage", "../engines/consensus")) {
      try (Stream<Path> files = Files.walk(Path.of(root, "src/main/java"))) {
        for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          REFUSAL.matcher(COMMENT.matcher(Files.readString(file)).replaceAll("")).results().forEach(m -> used.add(m.group(1)));
        }
      }
    }
    assertThat(used).hasSizeGreaterThan(10);
    used.removeAll(CATALOGUE.entries().keySet());
    used.removeIf(code -> code.startsWith("schedule-csv.")); // of the console only: no screen reads such a file
    assertThat(used).as("missing in problems.yaml").isEmpty();
  }

  @Test
  void bothLanguagesNameTheSameValues() {
    CATALOGUE.entries().forEach((code, entry) -> {
      assertThat(ProblemCatalogue.placeholders(entry.zh())).as(code).isEqualTo(ProblemCatalogue.placeholders(entry.en()));
      assertThat(entry.maybe() == null).as(code + ": a hint in both languages or none").isEqualTo(entry.maybeEn() == null);
      assertThat(entry.zh()).as(code).containsPattern("\\p{IsHan}");
      assertThat(entry.en()).as(code).doesNotContainPattern("\\p{IsHan}");
      assertThat(entry.status()).as(code).isBetween(400, 599);
    });
  }

  /** Nobody is told only that something cannot be: 401, 405, 406, 415 and 503 explain themselves. */
  @Test
  void whoeverIsRefusedIsToldWhatMayHelp() {
    var silent = new TreeSet<String>();
    CATALOGUE.entries().forEach((code, entry) -> {
      if (Set.of(403, 404, 409, 410, 413, 422, 429).contains(entry.status()) && entry.maybe() == null) {
        silent.add(code);
      }
    });
    silent.remove("common.several"); // each of the faults below it has a hint of its own
    assertThat(silent).isEmpty();
    CATALOGUE.entries().values().stream().filter(entry -> entry.maybe() != null).forEach(entry -> {
      assertThat(entry.maybe()).startsWith("可能：");
      assertThat(entry.maybeEn()).startsWith("Maybe ");
    });
  }

  @Test
  void placeholdersTakeTheValues() {
    var problem = new Problems().of(List.of(Refusal.of("validation.range", Map.of(
        "pointer", "/weight", "value", "-1", "rule", "≥ 0"))));
    assertThat(problem.detail()).isEqualTo("“权重”的值“-1”超出范围：≥ 0。");
    assertThat(problem.errors()).singleElement().extracting(Problem.Fault::pointer).isEqualTo("/weight");
  }

  @Test
  void aFieldIsCalledByItsNameInItsListAndByItsPlaceWhereItHasNone() {
    var problems = new Problems();
    assertThat(problems.of(List.of(Refusal.of("common.wrong-kind", Map.of("pointer", "/estates/0/share")))).detailEn())
        .startsWith("Share ");
    assertThat(problems.of(List.of(Refusal.of("common.missing", Map.of("pointer", "/projectIds/3")))).detail())
        .isEqualTo("“项目”必须填写。");
    var unnamed = problems.of(List.of(Refusal.of("common.missing", Map.of("pointer", "/unheardOf"))));
    assertThat(unnamed.detail()).isEqualTo("“/unheardOf”必须填写。");
  }

  @Test
  void severalRefusalsAreAllTold() {
    var problem = new Problems().of(List.of(Refusal.of("common.not-found"), Refusal.of("common.forbidden")));
    assertThat(problem.code()).isEqualTo("common.several");
    assertThat(problem.errors()).extracting(Problem.Fault::code).containsExactly("common.not-found", "common.forbidden");
  }
}
