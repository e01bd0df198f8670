package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.xingfuli.exchange.plans.book.ProgrammeBook;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** A programme through a workbook and back; a workbook's faults by their cells. */
class ProgrammeBookTest {

  @Test
  void randomProgrammesComeBackAsTheyWere() throws IOException {
    for (long seed = 1; seed <= 60; seed++) {
      for (var ours : java.util.List.of(RandomProgrammes.elapsed(seed), RandomProgrammes.worked(seed))) {
        var out = new ByteArrayOutputStream();
        assertThat(ProgrammeBook.write(ours, out)).isEmpty();
        var file = PlanFiles.read(out.toByteArray());
        assertThat(file.format()).isEqualTo(PlanFile.Format.WORKBOOK);
        assertThat(file.losses()).isEmpty();
        assertThat(file.programme().activities()).as("seed " + seed).isEqualTo(ours.activities());
        assertThat(file.programme().ties()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(ours.ties());
        assertThat(file.programme()).as("seed " + seed).usingRecursiveComparison().ignoringFields("ties").isEqualTo(ours);
      }
    }
  }

  @Test
  void theTemplateIsAProgrammeItself() throws IOException {
    var out = new ByteArrayOutputStream();
    ProgrammeBook.template(LocalDate.of(2026, 3, 2), out);
    var file = PlanFiles.read(out.toByteArray());
    assertThat(file.activities()).isEqualTo(3);
    assertThat(file.network().nodes()).hasSize(1);
  }

  @Test
  void everyFaultIsNamedByItsCell() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var plan = workbook.newWorksheet("计划");
      row(plan, 0, "计划名称 *\nprogramme", "开始日期");
      row(plan, 1, "试验", "2026-03-02");
      var sheet = workbook.newWorksheet("工序");
      row(sheet, 0, "编号", "工序", "工期（天）", "日历", "最早开始", "前置", "班组");
      row(sheet, 1, "A", "挖沟", "-3", "没有的", "3月2日", "B", "瓦工:1");
      row(sheet, 2, "A", "铺管", "5", "", "", "", "");
      row(sheet, 3, "B", "", "5.5", "", "", "Z9FS+3;B;A", "");
    }
    var refused = catchThrowableOfType(Refused.class, () -> PlanFiles.read(out.toByteArray()));
    assertThat(refused.refusals()).extracting(Refusal::code).containsExactlyInAnyOrder("plan-book.out-of-range",
        "plan-book.unknown", "plan-book.not-a-date", "plan-book.unknown", "plan-book.twice", "plan-book.required",
        "plan-book.not-a-number", "plan-book.unknown", "plan-book.self-link", "schedule.cycle");
    assertThat(refused.refusals()).extracting(f -> f.values().get("place"))
        .contains("工序!C2", "工序!D2", "工序!E2", "工序!G2", "工序!A3", "工序!B4", "工序!C4", "工序!F4");
  }

  @Test
  void aWorkedLagOnACalendarThatIsNotThereIsNamedByItsCell() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var plan = workbook.newWorksheet("计划");
      row(plan, 0, "计划名称", "开始日期");
      row(plan, 1, "试验", "2026-03-02");
      var sheet = workbook.newWorksheet("工序");
      row(sheet, 0, "编号", "工序", "工期（天）", "日历", "前置");
      row(sheet, 1, "A", "挖沟", "3", "办公日", "");
      row(sheet, 2, "B", "铺管", "5", "办公日", "AFS+3wd");
    }
    var refused = catchThrowableOfType(Refused.class, () -> PlanFiles.read(out.toByteArray()));
    assertThat(refused.refusals()).extracting(f -> f.code() + " " + f.values().get("place"))
        .containsExactly("plan-book.unknown 工序!D2", "plan-book.unknown 工序!D3");
  }

  private static void row(org.dhatim.fastexcel.Worksheet sheet, int row, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      sheet.value(row, column, cells[column]);
    }
  }
}
