package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Small files of each format, made here; told apart by their content. */
class PlanFilesTest {

  static final String PSPLIB = """
      ************************************************************************
      file with basedata            : MADE.BAS
      ************************************************************************
      projects                      :  1
      jobs (incl. supersource/sink ):  4
      horizon                       :  9
      RESOURCES
        - renewable                 :  2   R
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
      jobnr. mode duration  R 1  R 2
      ------------------------------------------------------------------------
        1      1     0       0    0
        2      1     3       2    0
        3      1     4       1    1
        4      1     0       0    0
      ************************************************************************
      RESOURCEAVAILABILITIES:
        R 1  R 2
         2    1
      ************************************************************************
      """;

  static final String MPSPLIB = """
      6 2 2
      [2, 1]
      0 0 [0, 0] [1, 5]
      1 4 [0, 0] [2]
      1 3 [2, 0] [4]
      2 5 [1, 1] [4]
      0 0 [0, 0] []
      2 0 [0, 0] [3]
      """;

  static final String DISTRICT = """
      district 3 2 2
      2 1
      0 3 0 -1 0 | 1 0 | 1:2
      0 2 4 9 5 | 0 1 |
      1 6 1 20 8 | 2 1 |
      """;

  @Test
  void psplibIsReadWithItsDummies() {
    PlanFile file = read(PSPLIB);
    assertThat(file.format()).isEqualTo(PlanFile.Format.PSPLIB);
    assertThat(file.firstNumber()).isEqualTo(1);
    assertThat(file.network().size()).isEqualTo(4);
    assertThat(file.network().task(2).duration()).isEqualTo(4);
    assertThat(file.network().task(2).demands()).containsExactly(new Demand(0, 1), new Demand(1, 1));
    assertThat(file.network().links()).containsExactlyInAnyOrder(Link.finishToStart(0, 1), Link.finishToStart(0, 2),
        Link.finishToStart(1, 3), Link.finishToStart(2, 3));
    assertThat(file.network().crews()).extracting(c -> c.capacityAt(0)).containsExactly(2, 1);
  }

  @Test
  void mpsplibIsReadWithItsFrameAndItsArrivals() {
    PlanFile file = read(MPSPLIB);
    assertThat(file.format()).isEqualTo(PlanFile.Format.MPSPLIB);
    assertThat(file.projects()).isEqualTo(2);
    assertThat(file.network().size()).isEqualTo(6);
    assertThat(file.network().task(1).duration()).isEqualTo(4);
    assertThat(file.network().task(1).demands()).isEmpty();
    assertThat(file.network().task(3).project()).isEqualTo(2);
  }

  @Test
  void districtIsReadWithReleasesDuesAndLags() {
    PlanFile file = read(DISTRICT);
    assertThat(file.format()).isEqualTo(PlanFile.Format.DISTRICT);
    assertThat(file.network().links()).containsExactly(new Link(0, 1, Link.Kind.FS, 2));
    assertThat(file.network().task(1).release()).isEqualTo(4);
    assertThat(file.network().nodes()).containsExactly(new Node("due", 1, 9, 5), new Node("due", 2, 20, 8));
  }

  @Test
  void lineEndsOfWindowsAndAByteOrderMarkDoNotMatter() {
    for (String text : List.of(PSPLIB, MPSPLIB, DISTRICT)) {
      PlanFile windows = read("\uFEFF" + text.replace("\n", "\r\n"));
      assertThat(windows.network().links()).isEqualTo(read(text).network().links());
    }
  }

  @Test
  void allFaultsOfADistrictFileComeAtOnceWithTheirLines() {
    List<Refusal> faults = faults("""
        district 4 2 2
        2 1
        0 x 0 -1 0 | 1 0 | 1:2
        0 2 4 9 5 | 0 |
        7 6 1 20 8 | 2 3 | 99:0
        """);
    assertThat(faults).extracting(r -> r.values().get("line") + " " + r.code()).containsExactly(
        "3 plan-file.not-a-number", "4 plan-file.too-few-requests",
        "5 plan-file.out-of-range", "5 plan-file.request-above-capacity", "5 plan-file.out-of-range",
        "5 plan-file.wrong-number-of-activities");
  }

  @Test
  void allFaultsOfAPsplibFileComeAtOnceWithTheirLines() {
    List<Refusal> faults = faults(PSPLIB
        .replace("   2        1          1           4", "   2        2          1           9")
        .replace("  3      1     4       1    1", "  3      1     4       1    8"));
    assertThat(faults).extracting(r -> r.values().get("line") + " " + r.code()).containsExactly(
        "14 plan-file.several-modes", "14 plan-file.out-of-range", "23 plan-file.request-above-capacity");
  }

  @Test
  void aCutOffFileIsRefused() {
    assertThat(codes(PSPLIB.substring(0, PSPLIB.indexOf("RESOURCEAVAIL")))).contains("plan-file.section-missing");
    assertThat(codes(MPSPLIB.substring(0, MPSPLIB.indexOf("2 5 [")))).contains("plan-file.wrong-number-of-activities");
    assertThat(codes(DISTRICT.substring(0, DISTRICT.indexOf("1 6 1")))).contains("plan-file.wrong-number-of-activities");
  }

  @Test
  void aCircleInAFileIsNamed() {
    assertThat(codes(DISTRICT.replace("| 0 1 |\n", "| 0 1 | 0:0\n"))).containsExactly("schedule.cycle");
  }

  @Test
  void anythingElseIsNotRecognised() {
    assertThat(codes("")).containsExactly("plan-file.empty");
    assertThat(codes("PK\u0003\u0004rest")).containsExactly("plan-file.damaged");
    assertThat(codes("a,b,c\n1,2,3\n")).containsExactly("plan-file.unknown-format");
  }

  static PlanFile read(String text) {
    return PlanFiles.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Refusal> faults(String text) {
    return catchThrowableOfType(Refused.class, () -> read(text)).refusals();
  }

  private static List<String> codes(String text) {
    return faults(text).stream().map(Refusal::code).toList();
  }
}
