package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.exchange.plans.book.ProgrammeBook;
import org.xingfuli.exchange.plans.mpxj.ForeignPlans;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * The law of all readers: a file gives a plan that can be computed with, or is refused with words and values of our own
 * catalogue; nothing else comes out, and it comes soon. A failure prints the seed that shows it again.
 */
class HarmedFilesTest {

  /** Per format; more by {@code -Dxingfuli.harmed=5000}. */
  private static final int TIMES = Integer.getInteger("xingfuli.harmed", 30);
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
  private static final Map<String, Set<String>> SCREEN = words("../platform/src/main/resources/problems.yaml", "([a-z][\\w.-]*):.*");
  private static final Map<String, Set<String>> CONSOLE =
      words("../cli/src/main/resources/org/xingfuli/cli/texts.properties", "([a-z][\\w.-]*)=.*");

  /** What each code's words name, in both languages. */
  private static Map<String, Set<String>> words(String catalogue, String entry) {
    var words = new TreeMap<String, Set<String>>();
    Set<String> of = new TreeSet<>();
    try {
      for (var line : Files.readAllLines(Path.of(catalogue))) {
        var begins = Pattern.compile(entry).matcher(line);
        if (begins.matches()) {
          of = words.computeIfAbsent(begins.group(1), fresh -> new TreeSet<>());
        }
        VALUE.matcher(line).results().map(found -> found.group(1)).forEach(of::add);
      }
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    return words;
  }

  @Test
  void everyCodeOfAReaderHasWordsOnTheScreenAndOnTheConsole() throws IOException {
    var codes = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java/org/xingfuli/exchange/plans"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Pattern.compile("\"((?:plan-file|plan-book|schedule-csv)\\.[a-z-]+)\"").matcher(Files.readString(file)).results()
            .forEach(found -> codes.add(found.group(1)));
      }
    }
    assertThat(codes).hasSizeGreaterThan(40);
    assertThat(CONSOLE).containsKeys(codes.toArray(String[]::new));
    codes.removeIf(code -> code.startsWith("schedule-csv."));
    assertThat(SCREEN).containsKeys(codes.toArray(String[]::new));
  }

  private static byte[] sound(String format) throws IOException {
    var programme = RandomProgrammes.worked(5);
    var out = new ByteArrayOutputStream();
    switch (format) {
      case "PSPLIB" -> out.writeBytes(PlanFilesTest.PSPLIB.getBytes(StandardCharsets.UTF_8));
      case "MPSPLIB" -> out.writeBytes(PlanFilesTest.MPSPLIB.getBytes(StandardCharsets.UTF_8));
      case "DISTRICT" -> out.writeBytes(PlanFilesTest.DISTRICT.getBytes(StandardCharsets.UTF_8));
      case "MSPDI" -> ForeignPlans.writeMspdi(programme, out);
      case "XER" -> ForeignPlans.writeXer(programme, out);
      case "PMXML" -> out.writeBytes(Pmxml.of(programme).getBytes(StandardCharsets.UTF_8));
      default -> ProgrammeBook.write(programme, out);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PSPLIB", "MPSPLIB", "DISTRICT", "MSPDI", "XER", "PMXML", "WORKBOOK"})
  void aHarmedFileIsReadOrRefusedInOurOwnWords(String format) throws IOException {
    var sound = sound(format);
    keepsTheLaw(format, sound, TIMES, HarmedFilesTest::scheduled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PSPLIB", "DISTRICT", "WORKBOOK"})
  void aHarmedScheduleIsReadOrRefusedInOurOwnWords(String format) throws IOException {
    var file = PlanFiles.read(sound(format));
    var csv = new StringBuilder();
    ScheduleCsv.write(file, ForwardPass.of(file.network()), csv);
    keepsTheLaw(format + " schedule", csv.toString().getBytes(StandardCharsets.UTF_8), TIMES, bytes -> ScheduleCsv.read(file, bytes));
  }

  @Test
  @EnabledIfSystemProperty(named = "xingfuli.data", matches = ".+")
  void harmedFilesOfOthersAreReadOrRefusedInOurOwnWords() throws IOException {
    var data = Path.of(System.getProperty("xingfuli.data"));
    for (var path : new String[] {"msproject", "psplib/j30", "mpsplib", "district"}) {
      try (var files = Files.walk(data.resolve(path))) {
        for (var file : files.filter(f -> f.toString().matches(".*(\\.mpp|j301_1\\.sm|_a2_nr1\\.txt|estates-5\\.txt)")).sorted().toList()) {
          keepsTheLaw(file.getFileName().toString(), Files.readAllBytes(file), TIMES, HarmedFilesTest::scheduled);
        }
      }
    }
  }

  private static Object scheduled(byte[] bytes) {
    var file = PlanFiles.read(bytes);
    assertThat(file.activities()).isPositive();
    return ForwardPass.of(file.network());
  }

  private static void keepsTheLaw(String what, byte[] sound, int times, Function<byte[], Object> read) {
    assertThat(read.apply(sound)).isNotNull();
    var outcomes = new TreeSet<String>();
    for (long seed = 1; seed <= times; seed++) {
      var harmed = new Mutations(seed).harm(sound);
      try {
        outcomes.add(assertTimeoutPreemptively(SOON, () -> outcome(harmed, read)));
      } catch (Throwable broken) {
        throw new AssertionError(what + ", seed " + seed + ", " + harmed.length + " bytes", broken);
      }
    }
    assertThat(outcomes).as(what).hasSizeGreaterThan(1);
  }

  private static String outcome(byte[] bytes, Function<byte[], Object> read) {
    try {
      read.apply(bytes);
      return "read";
    } catch (Refused refused) {
      assertThat(refused.refusals()).isNotEmpty().allSatisfy(fault -> said(fault));
      return refused.refusals().get(0).code();
    }
  }

  private static void said(Refusal fault) {
    for (var words : fault.code().startsWith("schedule-csv.") ? List.of(CONSOLE) : List.of(SCREEN, CONSOLE)) {
      assertThat(fault.values().keySet()).as(fault.toString()).containsAll(words.get(fault.code()));
    }
    assertThat(fault.values().values()).as(fault.toString()).allMatch(value -> value.toString().length() <= 400);
  }
}
