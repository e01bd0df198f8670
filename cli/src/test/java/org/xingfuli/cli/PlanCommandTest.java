package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of {@code plan}: keys, exit codes, results on stdout and nothing else there. */
class PlanCommandTest {

  private static final String DISTRICT = """
      district 3 1 2
      1
      0 3 0 3 2 | 1 | 1:2
      0 2 0 -1 0 | 0 |
      1 6 0 8 5 | 1 |
      """;
  private static final String MPSPLIB = """
      4 1 2
      [1]
      0 0 [0] [1, 2]
      1 4 [1] [3]
      2 5 [1] [3]
      0 0 [0] []
      """;

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path district = Path.of("");
  private Path mpsplib = Path.of("");

  @BeforeEach
  void files() throws IOException {
    district = Files.writeString(folder.resolve("区.dat"), DISTRICT);
    mpsplib = Files.writeString(folder.resolve("two.sm"), MPSPLIB);
  }

  @Test
  void oneObjectPerFileWithTheKeysOfTheContract() {
    assertThat(run("plan", district, mpsplib)).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode first = JsonMapper.shared().readTree(lines.get(0));
    assertThat(first.propertyNames()).contains("file", "activities", "makespan", "criticalPathBound", "lowerBound",
        "optimal", "cpuSeconds", "seconds", "seed", "totalMakespan", "projects", "cost", "lateNodes");
    assertThat(first.get("file").asString()).isEqualTo(district.toString());
    assertThat(first.get("cost").asLong()).isEqualTo(100 * 5 + 7 + 9);
    assertThat(first.get("lateNodes").asInt()).isEqualTo(1);
    JsonNode second = JsonMapper.shared().readTree(lines.get(1));
    assertThat(second.get("totalMakespan").asInt()).isEqualTo(9);
    assertThat(second.get("criticalPathBound").asInt()).isEqualTo(5);
    assertThat(second.get("lowerBound").asInt()).isEqualTo(9);
    assertThat(second.get("optimal").asBoolean()).isTrue();
    assertThat(second.has("cost")).isFalse();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatPlanWritesVerifyFindsFeasible() throws IOException {
    Path csv = folder.resolve("out.csv");
    assertThat(run("plan", district, "--out", csv)).isZero();
    assertThat(Files.readAllLines(csv)).startsWith("activity,start,finish", "0,0,3").hasSize(4);
    out.getBuffer().setLength(0);
    assertThat(run("plan", "--verify", csv, district)).isZero();
    assertThat(out.toString().strip()).isEqualTo("feasible");
  }

  @Test
  void verifyPrintsEveryViolationAndFails() throws IOException {
    Path csv = Files.writeString(folder.resolve("bad.csv"), "activity,start,finish\n0,0,3\n1,4,6\n2,1,8\n");
    assertThat(run("plan", "--verify", csv, district)).isEqualTo(1);
    assertThat(out.toString().lines()).hasSize(3).anyMatch(l -> l.contains("0 → #1") || l.contains("#0 → #1"))
        .anyMatch(l -> l.contains("should have 6")).anyMatch(l -> l.contains("over capacity"));
  }

  @Test
  void jsonIsWrittenToo() throws IOException {
    Path json = folder.resolve("out.json");
    assertThat(run("plan", mpsplib, "--out", json)).isZero();
    JsonNode rows = JsonMapper.shared().readTree(Files.readString(json));
    assertThat(rows.size()).isEqualTo(4);
    assertThat(rows.get(1).propertyNames()).containsExactly("activity", "start", "finish");
  }

  @Test
  void wrongArgumentsEndWithTwo() throws IOException {
    assertThat(run("plan")).isEqualTo(2);
    assertThat(run("plan", folder.resolve("nowhere.sm"))).isEqualTo(2);
    assertThat(run("plan", district, "--out", folder.resolve("x.xlsx"))).isEqualTo(2);
    assertThat(run("plan", district, mpsplib, "--out", folder.resolve("x.csv"))).isEqualTo(2);
    assertThat(run("plan", district, "--seed", "many")).isEqualTo(2);
    assertThat(run("plan", district, "--threads", "0")).isEqualTo(2);
    assertThat(run("plan", Files.writeString(folder.resolve("p.doc"), "a,b"))).isEqualTo(2);
    assertThat(run("plan", district, "--out", folder.resolve("x.pdf"))).isEqualTo(2);
    assertThat(run("dance")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("--start").contains(".csv .json .xml");
  }

  @Test
  void aFaultyFileFailsAloneAndSaysWhere() throws IOException {
    Path faulty = Files.writeString(folder.resolve("faulty.txt"), DISTRICT.replace("1 6 0 8 5", "1 six 0 8 5"));
    assertThat(run("plan", faulty, district)).isEqualTo(1);
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("faulty.txt").contains("line 5").contains("six");
  }

  @Test
  void searchesAreRepeatableAndSecondsOnlyCapThem() {
    run("plan", district, "--schedules", "30", "--seed", "7");
    run("plan", district, "--schedules", "30", "--seed", "7", "--seconds", "60");
    List<JsonNode> results = out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(results).extracting(r -> r.get("schedules").asInt()).allMatch(made -> made > 8 && made <= 30);
    assertThat(results.get(0).get("cost")).isEqualTo(results.get(1).get("cost"));
  }

  private static final String MSPDI = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Project xmlns="http://schemas.microsoft.com/project"><Name>年度计划</Name><StartDate>2026-04-20T08:00:00</StartDate>
      <MinutesPerDay>480</MinutesPerDay><Tasks>
      <Task><UID>1</UID><ID>1</ID><Name>挖沟</Name><OutlineLevel>1</OutlineLevel><Duration>PT40H0M0S</Duration></Task>
      <Task><UID>2</UID><ID>2</ID><Name>验收</Name><OutlineLevel>1</OutlineLevel><Duration>PT0H0M0S</Duration>
      <Milestone>1</Milestone><Deadline>2026-04-23T17:00:00</Deadline>
      <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag></PredecessorLink></Task>
      </Tasks></Project>
      """;

  @Test
  void aProgrammeIsPlannedInDatesAndSaysItsNodes() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.mpp"), MSPDI);
    Path csv = folder.resolve("dates.csv");
    assertThat(run("plan", file, "--out", csv)).isZero();
    JsonNode line = JsonMapper.shared().readTree(out.toString());
    assertThat(line.get("activities").asInt()).isEqualTo(2);
    assertThat(line.get("start").asString()).isEqualTo("2026-04-20");
    assertThat(line.get("finish").asString()).isEqualTo("2026-04-24");
    assertThat(line.get("losses").asInt()).isZero();
    JsonNode node = line.get("nodes").get(0);
    assertThat(node.propertyNames()).containsExactly("name", "due", "finish", "lateDays", "probability");
    assertThat(node.get("due").asString()).isEqualTo("2026-04-23");
    assertThat(node.get("finish").asString()).isEqualTo("2026-04-24");
    assertThat(node.get("lateDays").asInt()).isEqualTo(1);
    // Five days need four at most: only when the ditch goes far faster than nine of ten do.
    assertThat(node.get("probability").asDouble()).isStrictlyBetween(0.01, 0.3);
    assertThat(line.get("probability")).isEqualTo(node.get("probability"));
    assertThat(line.get("assumes").asString()).contains("90%", "130 %", "30 % shared by a trade", "待确认", "unconfirmed");
    assertThat(Files.readAllLines(csv)).containsExactly("activity,start,finish", "1,2026-04-20,2026-04-24", "2,2026-04-24,2026-04-24");
    out.getBuffer().setLength(0);
    assertThat(run("plan", "--verify", csv, file)).isZero();
    assertThat(out.toString().strip()).isEqualTo("feasible");
    Files.writeString(csv, "activity,start,finish\n1,2026-04-20,2026-04-23\n3,2026-04-24,x\n");
    assertThat(run("plan", "--verify", csv, file)).isEqualTo(1);
    assertThat(err.toString()).contains("line 3").contains("missing: [2]");
  }

  @Test
  void howLikelyADateIsKeptDependsOnTheSeedAloneAndIsNotSaidOfAFileWithoutOne() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.xml"), MSPDI);
    assertThat(run("plan", file, "--seed", "7")).isZero();
    assertThat(run("plan", file, "--seed", "7", "--threads", "2")).isZero();
    assertThat(run("plan", file, "--seed", "8")).isZero();
    Path free = Files.writeString(folder.resolve("free.xml"), MSPDI.replace("<Deadline>2026-04-23T17:00:00</Deadline>", ""));
    assertThat(run("plan", free)).isZero();
    List<JsonNode> lines = out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines.get(0).get("probability")).isEqualTo(lines.get(1).get("probability"))
        .isNotEqualTo(lines.get(2).get("probability"));
    assertThat(lines.get(3).get("nodes")).isEmpty();
    assertThat(lines.get(3).get("probability").isNull()).isTrue();
    assertThat(lines.get(3).has("assumes")).isFalse();
  }

  @Test
  void everyFormatWrittenIsReadAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.xml"), MSPDI);
    for (String ending : List.of("xml", "xer", "xlsx")) {
      Path written = folder.resolve("out." + ending);
      assertThat(run("plan", file, "--out", written)).as(ending).isZero();
      out.getBuffer().setLength(0);
      assertThat(run("plan", written)).as(ending).isZero();
      assertThat(JsonMapper.shared().readTree(out.toString()).get("finish").asString()).as(ending).isEqualTo("2026-04-24");
      out.getBuffer().setLength(0);
    }
    Path calendar = folder.resolve("out.ics");
    assertThat(run("plan", district, "--out", calendar, "--start", "2026-03-02")).isZero();
    assertThat(Files.readString(calendar)).contains("DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260305");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void withSecondsAllLayersPlanAndWhatIsProvedEndsAtOnce() {
    assertThat(run("plan", district, mpsplib, "--seconds", "60", "--threads", "2")).isZero();
    List<JsonNode> results = out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    // One of the two waits for the crew: 3 then 6 periods are 5 late, proved by CP-SAT since no simple bound says it.
    assertThat(results.get(0).get("cost").asLong()).isEqualTo(516);
    assertThat(results.get(0).get("costBound").asLong()).isEqualTo(516);
    assertThat(results.get(0).get("optimal").asBoolean()).isTrue();
    assertThat(results.get(1).get("optimal").asBoolean()).isTrue();
  }

  @Test
  void helpIsAResult() {
    assertThat(run("plan", "--help")).isZero();
    assertThat(out.toString()).contains("--verify").contains("Exit: 0 done");
    assertThat(out.toString().replaceAll("\\s+", " ")).contains("null where the file has no due date").doesNotContain("null so far");
  }

  @Test
  void everyRefusalOfEngineAndFilesHasWords() throws IOException {
    Pattern code = Pattern.compile("\"((?:schedule|plan-file|plan-book|schedule-csv)\\.[a-z-]+)\"");
    for (String root : List.of("../engines/scheduling/src/main/java", "../exchange/src/main/java")) {
      try (Stream<Path> sources = Files.walk(Path.of(root))) {
        for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
          code.matcher(Files.readString(source)).results()
              .forEach(m -> assertThat(Texts.knows(m.group(1))).as(m.group(1)).isTrue());
        }
      }
    }
  }

  private int run(Object... arguments) {
    String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    return Main.run(new PrintWriter(out), new PrintWriter(err), words);
  }
}
