package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench} on a folder with one small instance, whose shortest schedule is known. */
class BenchCommandTest {

  /** Two tasks that need the one crew, one after the other: 3 + 4 periods. */
  private static final String INSTANCE = """
      ************************************************************************
      file with basedata            : MADE.BAS
      projects                      :  1
      jobs (incl. supersource/sink ):  4
      horizon                       :  9
      RESOURCES
        - renewable                 :  1   R
        - nonrenewable              :  0   N
      ************************************************************************
      PRECEDENCE RELATIONS:
      jobnr.    #modes  #successors   successors
         1        1          2           2   3
         2        1          1           4
         3        1          1           4
         4        1          0
      ************************************************************************
      REQUESTS/DURATIONS:
      jobnr. mode duration  R 1
      ------------------------------------------------------------------------
        1      1     0       0
        2      1     3       1
        3      1     4       1
        4      1     0       0
      ************************************************************************
      RESOURCEAVAILABILITIES:
        R 1
         1
      ************************************************************************
      """;

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void sets() throws IOException {
    Path set = Files.createDirectories(folder.resolve("psplib/j30"));
    Files.writeString(set.resolve("j301_1.sm"), INSTANCE);
    Files.writeString(folder.resolve("psplib/best_known.csv"), "set,instance,lb,ub,ub_source,lb_source\nj30,j301_1,7,7,,\n");
  }

  private int run(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return Main.run(new PrintWriter(out), new PrintWriter(err), words);
  }

  @Test
  void theLastLineSaysWhatWasMeasuredWithWhichEngineSeedAndWork() {
    assertThat(run("bench", "psplib", "--data", folder, "--schedules", 200, "--seed", 3, "--threads", 2)).isZero();
    JsonNode line = last();
    assertThat(line.get("engine").asString()).isNotEmpty();
    assertThat(line.get("seed").asInt()).isEqualTo(3);
    assertThat(line.get("threads").asInt()).isEqualTo(2);
    assertThat(line.get("schedules").asInt()).isEqualTo(200);
    assertThat(line.get("j30Files").asInt()).isEqualTo(1);
    assertThat(line.get("j30Gap").asDouble()).isZero();
    assertThat(line.get("j30Deviation").asDouble()).as("7 periods on a critical path of 4").isEqualTo(75.0);
    assertThat(line.get("j30Reached").asInt()).isEqualTo(1);
    assertThat(line.get("infeasible").asInt()).isZero();
  }

  @Test
  void withSecondsAllLayersPlanAndRawCpSatStandsBesideThem() {
    assertThat(run("bench", "psplib", "--data", folder, "--seconds", 20, "--threads", 2, "--peer")).isZero();
    JsonNode line = last();
    assertThat(line.get("secondsPerFile").asInt()).isEqualTo(20);
    assertThat(line.get("j30Proved").asInt()).isEqualTo(1);
    assertThat(line.get("j30PeerProved").asInt()).isEqualTo(1);
    assertThat(line.get("j30PeerGap").asDouble()).isZero();
    assertThat(line.get("infeasible").asInt()).isZero();
    assertThat(out.toString()).contains("raw CP-SAT, 2 workers");
  }

  @Test
  void totalMakespansStandBesideMsProjects() throws IOException {
    Path set = Files.createDirectories(folder.resolve("mpsplib"));
    Files.writeString(set.resolve("mp_two.txt"), "4 1 2\n[1]\n0 0 [0] [1, 2]\n1 4 [1] [3]\n2 5 [1] [3]\n0 0 [0] []\n");
    Files.writeString(set.resolve("msproject_psgs_minslk.csv"), "instance,tms,vba_seconds\nmp_two,10,1.0\n");
    assertThat(run("bench", "mpsplib", "--data", folder, "--seconds", 20, "--each")).isZero();
    assertThat(out.toString()).contains("mp_two: 4 activities, 9 (MS Project 10: -10.00 %), bound 9");
    JsonNode line = last();
    assertThat(line.get("change").asDouble()).isEqualTo(-10.0);
    assertThat(line.get("filesOf").asInt()).isEqualTo(1);
    assertThat(line.get("shorter").asInt()).isEqualTo(1);
    assertThat(line.get("longer").asInt()).isZero();
    assertThat(line.get("proved").asInt()).isEqualTo(1);
  }

  private JsonNode last() {
    return JsonMapper.shared().readTree(out.toString().lines().reduce((first, second) -> second).orElseThrow());
  }

  @Test
  void ofEveryFewFilesOneIsMeasuredAndTheFigureSaysOfHowMany() throws IOException {
    Path set = folder.resolve("psplib/j30");
    for (String more : new String[] {"j301_2", "j301_3", "j301_4", "j301_5"}) {
      Files.writeString(set.resolve(more + ".sm"), INSTANCE);
    }
    Files.writeString(folder.resolve("psplib/best_known.csv"),
        "set,instance,lb,ub,,\nj30,j301_1,7,7,,\nj30,j301_2,8,8,,\nj30,j301_3,7,7,,\nj30,j301_4,8,8,,\nj30,j301_5,7,7,,\n");
    assertThat(run("bench", "psplib", "--data", folder, "--every", 2)).isZero();
    assertThat(out.toString()).contains("j30, 3 of 5 files, every 2nd: ").doesNotContain("j301_2");
    assertThat(last().get("j30Files").asInt()).isEqualTo(3);
    assertThat(last().get("j30FilesOf").asInt()).isEqualTo(5);
    assertThat(last().get("every").asInt()).isEqualTo(2);
    assertThat(run("bench", "psplib", "--data", folder)).isZero();
    assertThat(out.toString()).contains("j30, 5 files: ");
    assertThat(run("bench", "psplib", "--data", folder, "--every", 0)).isEqualTo(2);
    assertThat(err.toString()).contains("--every ≥ 1");
  }

  @Test
  void aScheduleShorterThanTheBestKnownIsNamed() throws IOException {
    Files.writeString(folder.resolve("psplib/best_known.csv"), "set,instance,lb,ub,ub_source,lb_source\nj30,j301_1,8,8,,\n");
    assertThat(run("bench", "psplib", "--data", folder)).isZero();
    assertThat(out.toString()).contains("j301_1: 7 is shorter than the best known 8");
  }

  @Test
  void whatItCannotDoIsRefusedWithAHint() {
    assertThat(run("bench", "nothing", "--data", folder)).isEqualTo(2);
    assertThat(run("bench", "psplib", "--data", folder.resolve("absent"))).isEqualTo(2);
    assertThat(run("bench", "psplib", "--data", folder, "--seconds", 0)).isEqualTo(2);
    assertThat(run("bench", "psplib", "--data", folder, "--set", "j90")).isEqualTo(2);
    assertThat(run("bench", "psplib", "--data", folder, "--set", "j120")).isEqualTo(2);
    assertThat(run("bench", "psplib", "--data", folder, "--peer")).isEqualTo(2);
    assertThat(run("bench", "mpsplib", "--data", folder)).isEqualTo(2);
    assertThat(err.toString()).contains("没有算例 / no instances").contains("--set: j30, j60, j120");
    assertThat(err.toString()).contains("不认识的指标 / unknown figure: nothing").contains("可能").contains("--seconds > 0");
  }

  @Test
  void riskIsMeasuredOnADistrictAndEveryOpenedReplicationIsWhatRepairGives() throws IOException {
    assertThat(run("bench", "risk", "--data", folder)).isEqualTo(2);
    assertThat(err.toString()).contains("没有算例 / no instances").contains("estates-40.txt");
    Files.createDirectories(folder.resolve("district"));
    Files.writeString(folder.resolve("district/estates-40.txt"), """
        district 3 2 1
        1 1
        0 5 0 -1 0 | 1 0 | 1:0
        0 4 0 11 3 | 0 1 | 2:0
        0 2 0 14 3 | 1 0 |
        """);
    assertThat(run("bench", "risk", "--data", folder, "--replications", 40, "--threads", 2)).isZero();
    JsonNode line = JsonMapper.shared().readTree(out.toString().lines().reduce((first, second) -> second).orElseThrow());
    assertThat(line.get("wrong").asInt()).isZero();
    assertThat(line.get("estates40Activities").asInt()).isEqualTo(3);
    assertThat(line.get("estates40Mean").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void theEngineIsNamedByTheSourceABenchmarkReachesAndNoOther() throws IOException {
    assertThat(EngineHash.of(folder, "planner")).isEqualTo("unknown");
    Path engine = Files.createDirectories(folder.resolve("engines/scheduling/src/main/java/org/xingfuli/engine/scheduling"));
    Path own = Files.writeString(engine.resolve("Network.java"), "class Network {}");
    Path planner = Files.createDirectory(engine.resolve("planner"));
    Files.writeString(planner.resolve("Planner.java"), "import org.xingfuli.engine.scheduling.exact.CpSat;");
    Path reached = Files.writeString(Files.createDirectory(engine.resolve("exact")).resolve("CpSat.java"), "class CpSat {}");
    Path other = Files.writeString(Files.createDirectory(engine.resolve("explain")).resolve("Chain.java"), "class Chain {}");
    String before = EngineHash.of(folder, "planner");
    assertThat(before).hasSize(12).isEqualTo(EngineHash.of(folder, "planner"));
    Files.writeString(other, "class Chain { int more; }");
    assertThat(EngineHash.of(folder, "planner")).as("explanations are not reached").isEqualTo(before);
    assertThat(EngineHash.of(folder, "explain")).isNotEqualTo(before);
    Files.writeString(reached, "class CpSat { int more; }");
    String after = EngineHash.of(folder, "planner");
    assertThat(after).as("CP-SAT is reached through the planner").isNotEqualTo(before);
    Files.writeString(own, "class Network { int more; }");
    assertThat(EngineHash.of(folder, "planner")).isNotEqualTo(after);
  }
}
