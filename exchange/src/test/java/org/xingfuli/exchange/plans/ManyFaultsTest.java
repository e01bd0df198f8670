package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * A circle, a link into nothing, a negative duration and a demand no crew can meet stand in one file: all four are told at
 * once, in every format, so that nobody mends one to be told of the next.
 */
class ManyFaultsTest {

  private static List<String> faults(byte[] bytes) {
    var refused = catchThrowableOfType(Refused.class, () -> PlanFiles.read(bytes));
    assertThat(refused).as("refused").isNotNull();
    return refused.refusals().stream().map(ManyFaultsTest::shown).toList();
  }

  private static List<String> faults(String text) {
    return faults(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String shown(Refusal fault) {
    var place = fault.values().getOrDefault("line", fault.values().getOrDefault("place", ""));
    return (fault.code() + " " + fault.values().getOrDefault("value", fault.values().getOrDefault("demand", "")) + " " + place).strip().replace("  ", " ");
  }

  @Test
  void inAPsplibFile() {
    assertThat(faults(PlanFilesTest.PSPLIB
        .replace("   2        1          1           4", "   2        1          2           1   99")
        .replace("  2      1     3       2    0", "  2      1    -3       2    0")
        .replace("  3      1     4       1    1", "  3      1     4       8    9"))).containsExactlyInAnyOrder(
        "plan-file.out-of-range 99 14", "plan-file.out-of-range -3 22", "plan-file.request-above-capacity 8 23",
        "plan-file.request-above-capacity 9 23", "schedule.cycle");
  }

  @Test
  void everySuccessorAndEveryRequestOfALineIsLookedAt() {
    assertThat(faults(PlanFilesTest.PSPLIB
        .replace("   1        1          2           2   3", "   1        1          3           77  x  99")
        .replace("  3      1     4       1    1", "  3      1    -4       y   -1"))).containsExactlyInAnyOrder(
        "plan-file.out-of-range 77 13", "plan-file.not-a-number 13", "plan-file.out-of-range 99 13",
        "plan-file.out-of-range -4 23", "plan-file.not-a-number 23", "plan-file.out-of-range -1 23");
  }

  @Test
  void inAnMpsplibFile() {
    assertThat(faults("""
        5 2 1
        [2, 1]
        0 0 [0, 0] [1, 99]
        1 4 [0, 0] [2]
        1 3 [2, 0] [1, 3]
        1 -5 [1, 1] [4]
        1 5 [1, 7] []
        """)).containsExactlyInAnyOrder("plan-file.out-of-range 99 3", "plan-file.out-of-range -5 6",
        "plan-file.request-above-capacity 7 7", "schedule.cycle");
  }

  @Test
  void inADistrictFile() {
    assertThat(faults("""
        district 4 2 1
        2 1
        0 3 0 -1 0 | 1 0 | 1:2 99:0
        0 2 4 9 5 | 0 1 | 2:0
        0 -6 1 20 8 | 2 1 | 1:-4
        0 6 1 20 8 | 2 3 |
        """)).containsExactlyInAnyOrder("plan-file.out-of-range 99 3", "plan-file.out-of-range -6 5",
        "plan-file.request-above-capacity 3 6", "schedule.cycle");
  }

  @Test
  void whereLinesAreMissingNoCircleIsMadeUp() {
    assertThat(faults("""
        district 3 1 1
        1
        0 3 0 -1 0 | 1 | 1:0
        0 2 4 9 5 | 1 | 0:0
        """)).containsExactly("plan-file.wrong-number-of-activities 4");
  }

  @Test
  void inAnXerFile() {
    var xer = String.join("\n", "ERMHDR\t20.12", "%T\tPROJECT", "%F\tproj_id\tproj_short_name\tplan_start_date\tclndr_id",
        "%R\t1\tP\t2026-04-20 08:00\t1", "%T\tCALENDAR", "%F\tclndr_id\tclndr_name\tday_hr_cnt\tdefault_flag\tclndr_type",
        "%R\t1\tStandard\t8\tY\tCA_Base", "%T\tRSRC", "%F\trsrc_id\trsrc_name\trsrc_short_name\trsrc_type",
        "%R\t1\t瓦工\tBR\tRT_Labor", "%T\tTASK",
        "%F\ttask_id\tproj_id\tclndr_id\ttask_code\ttask_name\ttask_type\ttarget_drtn_hr_cnt\tremain_drtn_hr_cnt\ttarget_start_date\ttarget_end_date",
        "%R\t1\t1\t1\tA\ta\tTT_Task\t8\t8\t2026-04-20 08:00\t2026-04-20 17:00",
        "%R\t2\t1\t1\tB\tb\tTT_Task\t8\t8\t2026-04-20 08:00\t2026-04-20 17:00",
        "%R\t3\t1\t1\tC\tc\tTT_Task\t-8\t8\t2026-04-20 08:00\t20.4.2026",
        "%T\tTASKPRED", "%F\ttask_pred_id\ttask_id\tpred_task_id\tproj_id\tpred_proj_id\tpred_type\tlag_hr_cnt",
        "%R\t1\t1\t2\t1\t1\tPR_FS\t0", "%R\t2\t2\t1\t1\t1\tPR_FS\t0", "%R\t3\t3\t77\t1\t1\tPR_FS\t0",
        "%T\tTASKRSRC", "%F\ttaskrsrc_id\ttask_id\tproj_id\trsrc_id\ttarget_qty\ttarget_qty_per_hr\tremain_qty_per_hr\trsrc_type",
        "%R\t1\t1\t1\t1\t80\t5\t5\tRT_Labor", "%E");
    assertThat(faults(xer)).containsExactlyInAnyOrder("plan-file.negative-duration -8 h 15",
        "plan-file.unreadable-value 20.4.2026 15", "plan-file.unknown-reference 77 20", "schedule.demand-above-capacity 5",
        "schedule.cycle");
  }

  @Test
  void inAMicrosoftProjectFile() {
    var file = new Mspdi()
        .task(1, "a", 8, "2026-04-20T08:00", "2026-04-20T17:00", Mspdi.after(2))
        .task(2, "b", 8, "2026-04-21T08:00", "2026-04-21T17:00", Mspdi.after(1) + Mspdi.after(99))
        .raw(3, "c", "<OutlineLevel>1</OutlineLevel><Duration>-PT8H0M0S</Duration>")
        .raw(4, "d", "<OutlineLevel>1</OutlineLevel><Duration>eight</Duration>")
        .resource(1, "瓦工", "<Type>1</Type><MaxUnits>1</MaxUnits>").assign(1, 1, "2");
    assertThat(faults(file.bytes())).extracting(fault -> fault.replaceAll(" \\d+$", "")).containsExactlyInAnyOrder("schedule.cycle",
        "plan-file.unknown-reference 99", "plan-file.negative-duration -PT8H0M0S", "plan-file.unreadable-value eight",
        "schedule.demand-above-capacity");
  }

  @Test
  void aFileOfSeveralModesIsSaidToBeOneAndNothingElse() {
    var text = PlanFilesTest.PSPLIB.replace("- nonrenewable              :  0", "- nonrenewable              :  2")
        .replace("   2        1          1           4", "   2        3          1           4")
        .replace("  2      1     3       2    0", "  2      1     3       2    0\n         2     5       1    0\n         3     9       0    1");
    assertThat(faults(text)).containsExactly("plan-file.nonrenewable 9", "plan-file.several-modes 14");
  }

  @Test
  void inAWorkbook() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var plan = workbook.newWorksheet("计划");
      row(plan, 0, "计划名称", "开始日期");
      row(plan, 1, "试验", "2026-03-02");
      var crews = workbook.newWorksheet("班组");
      row(crews, 0, "编码", "数量");
      row(crews, 1, "瓦工", "2");
      row(crews, 2, "木工", "很多");
      var sheet = workbook.newWorksheet("工序");
      row(sheet, 0, "编号", "工序", "工期（天）", "前置", "班组");
      row(sheet, 1, "A", "挖沟", "3", "B", "瓦工:3");
      row(sheet, 2, "B", "铺管", "5", "A;Z9", "木工:7");
      row(sheet, 3, "C", "回填", "-2", "B", "");
    }
    assertThat(faults(out.toByteArray())).containsExactlyInAnyOrder("plan-book.unknown Z9 工序!D3",
        "plan-book.out-of-range -2 工序!C4", "plan-book.not-a-number 很多 班组!B3", "schedule.demand-above-capacity 3", "schedule.cycle");
  }

  private static void row(org.dhatim.fastexcel.Worksheet sheet, int row, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      sheet.value(row, column, cells[column]);
    }
  }
}
