package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Files as people really have them: titles and merged heads, dates as texts, formulas, other encodings, wrong endings. */
class FilesOfPeopleTest {

  private static List<Refusal> faults(byte[] bytes) {
    var refused = catchThrowableOfType(Refused.class, () -> PlanFiles.read(bytes));
    assertThat(refused).as("refused").isNotNull();
    return refused.refusals();
  }

  private static List<String> codes(byte[] bytes) {
    return faults(bytes).stream().map(Refusal::code).toList();
  }

  private interface Filling {
    void fill(XSSFWorkbook workbook);
  }

  private static byte[] workbook(Filling filling) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook()) {
      filling.fill(workbook);
      workbook.write(out);
    }
    return out.toByteArray();
  }

  private static Sheet plan(XSSFWorkbook workbook, String start) {
    var plan = workbook.createSheet("计划");
    row(plan, 0, "计划名称", "开始日期");
    row(plan, 1, "锦绣新村", start);
    return workbook.createSheet("工序");
  }

  private static void row(Sheet sheet, int number, String... cells) {
    var row = sheet.createRow(number);
    for (int column = 0; column < cells.length; column++) {
      if (!cells[column].isEmpty()) {
        row.createCell(column).setCellValue(cells[column]);
      }
    }
  }

  @Test
  void aTitleAboveTheHeadsAndHeadsMergedOverTwoRowsAreReadThrough() throws IOException {
    var file = PlanFiles.read(workbook(workbook -> {
      var sheet = plan(workbook, "2026-03-02");
      row(sheet, 0, "锦绣新村改造工程进度计划表");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
      row(sheet, 1, "编号", "工序", "工期（天）", "前置", "计划");
      row(sheet, 2, "", "", "", "", "计划开始", "计划完成");
      for (int column = 0; column < 4; column++) {
        sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
      }
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 4, 5));
      row(sheet, 3, "A", "挖沟", "3", "", "2026-03-02", "2026-03-04");
      row(sheet, 4, "B", "铺管", "2", "A", "2026-03-05", "2026-03-06");
    }));
    assertThat(file.programme().activities()).extracting(Activity::name).containsExactly("挖沟", "铺管");
    assertThat(file.programme().activities().get(1).planned().start()).isEqualTo(LocalDate.of(2026, 3, 5));
    assertThat(file.programme().ties()).hasSize(1);
  }

  @Test
  void cellsMergedOverSeveralRowsAreNamedSinceOnlyTheFirstHoldsTheText() throws IOException {
    var faults = faults(workbook(workbook -> {
      var sheet = plan(workbook, "2026-03-02");
      row(sheet, 0, "编号", "工序", "工期（天）", "项目");
      row(sheet, 1, "A", "挖沟", "3", "一期");
      row(sheet, 2, "B", "铺管", "2", "二期");
      row(sheet, 3, "C", "回填", "2");
      sheet.addMergedRegion(new CellRangeAddress(2, 3, 3, 3));
    }));
    assertThat(faults).singleElement().satisfies(fault -> {
      assertThat(fault.code()).isEqualTo("plan-book.merged");
      assertThat(fault.values()).containsEntry("place", "工序!D3:D4");
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026/3/1", "2026年3月1日", "2026-03-01", "2026.3.1", "2026/03/01", "2026-3-1 8:00", "2026年03月01日",
      "２０２６年３月１日", "2026 年 3 月 1 日", "20260301", "2026／3／1", "2026—3—1"})
  void aDateIsReadAsPeopleWriteIt(String date) throws IOException {
    var file = PlanFiles.read(workbook(workbook -> {
      var sheet = plan(workbook, date);
      row(sheet, 0, "编号", "工序", "工期（天）", "最早开始");
      row(sheet, 1, "A", "挖沟", "3", date);
    }));
    assertThat(file.programme().start()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(file.programme().activities().get(0).notBefore()).isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3月1日", "3/1/2026", "01.03.26", "2026年3月", "2026-02-30", "下周一", "20261301"})
  void aDateThatCanBeSeveralOrNoneIsRefused(String date) throws IOException {
    assertThat(faults(workbook(workbook -> {
      var sheet = plan(workbook, "2026-03-01");
      row(sheet, 0, "编号", "工序", "工期（天）", "最早开始");
      row(sheet, 1, "A", "挖沟", "3", date);
    }))).singleElement().satisfies(fault -> {
      assertThat(fault.code()).isEqualTo("plan-book.not-a-date");
      assertThat(fault.values()).containsEntry("place", "工序!D2").containsEntry("value", date);
    });
  }

  @Test
  void realDatesAndFormulasCountAsWhatTheyShow() throws IOException {
    var file = PlanFiles.read(workbook(workbook -> {
      var sheet = plan(workbook, "2026-03-01");
      var day = workbook.createCellStyle();
      day.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
      row(sheet, 0, "编号", "工序", "工期（天）", "最早开始");
      row(sheet, 1, "A", "挖沟");
      sheet.getRow(1).createCell(2).setCellFormula("1+2");
      sheet.getRow(1).createCell(3).setCellFormula("DATE(2026,3,1)+4");
      sheet.getRow(1).getCell(3).setCellStyle(day);
      row(sheet, 2, "B", "铺管");
      sheet.getRow(2).createCell(2).setCellValue(2.0);
      sheet.getRow(2).createCell(3).setCellValue(LocalDate.of(2026, 3, 8));
      sheet.getRow(2).getCell(3).setCellStyle(day);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    }));
    assertThat(file.programme().activities()).extracting(Activity::days).containsExactly(3, 2);
    assertThat(file.programme().activities()).extracting(Activity::notBefore)
        .containsExactly(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 8));
  }

  @Test
  void aFormulaNobodyComputedIsNotTakenForAnEmptyCell() throws IOException {
    var faults = faults(workbook(workbook -> {
      var sheet = plan(workbook, "2026-03-01");
      row(sheet, 0, "编号", "工序", "工期（天）", "最早开始");
      row(sheet, 1, "A", "挖沟", "2");
      sheet.getRow(1).createCell(3).setCellFormula("DATE(2026,3,1)+4");
    }));
    assertThat(faults).singleElement().satisfies(fault -> {
      assertThat(fault.values()).containsEntry("place", "工序!D2");
      assertThat(fault.values().get("value").toString()).contains("DATE(2026,3,1)+4");
    });
  }

  @Test
  void aFormulaInErrorIsNamedWithItsCell() throws IOException {
    var faults = faults(workbook(workbook -> {
      var sheet = plan(workbook, "2026-03-01");
      row(sheet, 0, "编号", "工序", "工期（天）");
      row(sheet, 1, "A", "挖沟");
      sheet.getRow(1).createCell(2).setCellFormula("1/0");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    }));
    assertThat(faults).singleElement().satisfies(fault ->
        assertThat(fault.values()).containsEntry("place", "工序!C2").containsEntry("value", "#DIV/0!"));
  }

  @Test
  void datesCountedFrom1904AreTheSameDays() throws IOException {
    var file = PlanFiles.read(workbook(workbook -> {
      workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
      var sheet = plan(workbook, "2026-03-01");
      row(sheet, 0, "编号", "工序", "工期（天）", "最早开始");
      row(sheet, 1, "A", "挖沟", "2");
      sheet.getRow(1).createCell(3).setCellValue(LocalDate.of(2026, 3, 8));
    }));
    assertThat(file.programme().activities().get(0).notBefore()).isEqualTo(LocalDate.of(2026, 3, 8));
  }

  @Test
  void numbersWithUnitsAndBlanksAreSaidOrUnderstood() throws IOException {
    var faults = faults(workbook(workbook -> {
      var sheet = plan(workbook, "2026-03-01");
      row(sheet, 0, " 编号 ", "工序\u00a0", "工期(天)");
      row(sheet, 1, "A", "挖沟", "３");
      row(sheet, 2, "B", "铺管", "3天");
    }));
    assertThat(faults).singleElement().satisfies(fault ->
        assertThat(fault.values()).containsEntry("place", "工序!C3").containsEntry("value", "3天"));
  }

  @Test
  void everyTextEncodingWithAMarkIsRead() {
    for (var text : List.of(PlanFilesTest.PSPLIB, PlanFilesTest.MPSPLIB, PlanFilesTest.DISTRICT)) {
      int size = PlanFilesTest.read(text).network().size();
      for (var bytes : List.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_16),
          ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII),
          ("\n\n" + text).getBytes(StandardCharsets.US_ASCII))) {
        assertThat(PlanFiles.read(bytes).network().size()).isEqualTo(size);
      }
    }
  }

  @Test
  void aMicrosoftProjectFileIsReadWithMarksAndWindowsLineEnds() {
    var text = new Mspdi().task(1, "雨污分流", 8, "2026-04-20T08:00", "2026-04-20T17:00", "").text();
    for (var bytes : List.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
        text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
        ("\uFEFF" + text.replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_16LE),
        ("\uFEFF" + text.replace("UTF-8", "UTF-16").replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16BE),
        text.replace(" encoding=\"UTF-8\"", "").getBytes(StandardCharsets.UTF_16),
        text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8),
        text.replace("UTF-8", "gb2312").getBytes(Charset.forName("GBK")))) {
      assertThat(PlanFiles.read(bytes).programme().activities()).extracting(Activity::name).containsExactly("雨污分流");
    }
  }

  @Test
  void aWrongEndingDoesNotMatterAndAnArchiveIsSaidToBeOne() throws IOException {
    Map<String, byte[]> packed = new LinkedHashMap<>();
    packed.put("plan.xer", "ERMHDR\t20.12\n%E\n".getBytes(StandardCharsets.UTF_8));
    assertThat(faults(Mutations.zip(packed))).singleElement().satisfies(fault -> {
      assertThat(fault.code()).isEqualTo("plan-file.archive");
      assertThat(fault.values()).containsEntry("content", "plan.xer");
    });
    assertThat(codes(Mutations.zip(Map.of("word/document.xml", new byte[] {'<', 'a', '/', '>'})))).containsExactly("plan-file.archive");
    assertThat(codes(Mutations.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8)))))
        .containsExactly("plan-file.archive");
    assertThat(codes("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).containsExactly("plan-file.unknown-format");
    assertThat(codes("编号,工序,工期\nA,挖沟,3\n".getBytes(StandardCharsets.UTF_8))).containsExactly("plan-file.unknown-format");
    assertThat(codes("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).containsExactly("plan-file.unknown-format");
    for (int length = 1; length < 9; length++) {
      assertThat(codes(new byte[length])).containsExactly("plan-file.unknown-format");
    }
  }

  @Test
  void aWorkbookThatIsNoPlanSaysWhichSheetsItWants() throws IOException {
    var faults = faults(workbook(workbook -> row(workbook.createSheet("Sheet1"), 0, "编号", "工序")));
    assertThat(faults).extracting(Refusal::code).containsExactly("plan-book.sheet-missing", "plan-book.sheet-missing");
    assertThat(codes(workbook(workbook -> workbook.createSheet("计划")))).contains("plan-book.header-missing");
  }

  @Test
  void oneOfTwoDatesAloneIsAskedForAndMilestonesHaveButOne() throws IOException {
    var faults = faults(workbook(workbook -> {
      var sheet = plan(workbook, "2026-03-01");
      row(sheet, 0, "编号", "工序", "工期（天）", "计划开始", "计划完成", "实际开始", "实际完成");
      row(sheet, 1, "A", "挖沟", "2", "2026-03-02", "", "2026-03-05", "2026-03-04");
      row(sheet, 2, "", "铺管", "2", "", "2026-03-09");
      row(sheet, 3, "", "回填", "2");
      row(sheet, 4, "M", "完成", "0", "", "2026-03-09");
    }));
    assertThat(faults).extracting(fault -> fault.code() + " " + fault.values().get("place")).containsExactlyInAnyOrder(
        "plan-book.required 工序!E2", "plan-book.finish-before-start 工序!G2", "plan-book.required 工序!D3",
        "plan-book.required 工序!A3", "plan-book.required 工序!A4");
  }

  /** The parser of Java takes each of them for an entity and counts how long they are. */
  @Test
  void aLongFileFullOfAmpersandsIsRead() throws IOException {
    var name = "A&B ".repeat(120).strip();
    var bytes = workbook(workbook -> {
      var sheet = plan(workbook, "2026-03-01");
      row(sheet, 0, "编号", "工序", "工期（天）");
      for (int row = 1; row <= 1_000; row++) {
        row(sheet, row, "A" + row, name + row, "3");
      }
    });
    assertThat(PlanFiles.read(bytes).activities()).isEqualTo(1_000);
    var file = new Mspdi();
    for (int uid = 1; uid <= 1_000; uid++) {
      file.task(uid, name.replace("&", "&amp;"), 8, "2026-04-20T08:00", "2026-04-20T17:00", "");
    }
    assertThat(PlanFiles.read(file.bytes()).programme().activities()).hasSize(1_000).allMatch(a -> a.name().equals(name));
  }
}
