package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Small files made to fill the memory or to keep a machine busy: refused, and soon. */
class MadeToHarmTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static List<String> codes(byte[] bytes) {
    return assertTimeoutPreemptively(SOON, () -> {
      var refused = catchThrowableOfType(Refused.class, () -> PlanFiles.read(bytes));
      assertThat(refused).as("refused").isNotNull();
      return refused.refusals().stream().map(Refusal::code).distinct().toList();
    });
  }

  /** A workbook of one sheet with these rows. */
  private static byte[] workbook(String rows) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    Map.of("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""",
        "xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="计划" sheetId="1" r:id="rId1"/></sheets></workbook>""",
        "xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""",
        "xl/worksheets/sheet1.xml", """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""" + rows + "</sheetData></worksheet>")
        .forEach((name, text) -> parts.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return Mutations.zip(parts);
  }

  @Test
  void aSmallWorkbookIsLookedInto() {
    assertThat(codes(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")))
        .containsExactly("plan-book.header-missing", "plan-book.sheet-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E999999999", "1E-999999999", "-1E2147483646", "1E99999999999999999999"})
  void aNumberThatWritesItselfOutToAGigabyteIsNotWrittenOut(String number) {
    assertThat(codes(workbook("<row r=\"1\"><c r=\"A1\"><v>" + number + "</v></c></row>"))).isNotEmpty();
  }

  @Test
  void aNumberOfMillionsOfDigitsIsNotComputed() {
    assertThat(codes(workbook("<row r=\"1\"><c r=\"A1\"><v>" + "7".repeat(8 << 20) + "</v></c></row>")))
        .containsExactly("plan-file.damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZZZZZ1", "FXSHRXW1", "ZZZZZZZZZZZZ1", "XFE1"})
  void aCellFurtherThanAnyColumnIsRefused(String cell) {
    assertThat(codes(workbook("<row r=\"1\"><c r=\"" + cell + "\"><v>1</v></c></row>"))).containsExactly("plan-file.damaged");
  }

  @Test
  void rowsOfOneCellInTheLastColumnAreNotSpreadOut() {
    var rows = new StringBuilder();
    for (int row = 1; row <= 40_000; row++) {
      rows.append("<row r=\"").append(row).append("\"><c r=\"XFD").append(row).append("\"><v>1</v></c></row>");
    }
    assertThat(codes(workbook(rows.toString()))).containsExactly("plan-file.damaged");
  }

  @Test
  void aNumberOfAMillionDigitsInATextIsRefusedAtOnce() {
    var digits = "1".repeat(500_000) + "x";
    var xer = String.join("\n", "ERMHDR\t20.12", "%T\tTASK", "%F\ttask_id\ttask_code\ttarget_drtn_hr_cnt\tremain_drtn_hr_cnt",
        "%R\t1\tA\t" + digits + "\t8", "%E");
    assertThat(codes(xer.getBytes(StandardCharsets.UTF_8))).contains("plan-file.unreadable-value");
    var mspdi = new Mspdi().task(1, "a", 8, "2026-04-20T08:00", "2026-04-20T17:00",
        "<PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>" + digits + "</LinkLag></PredecessorLink>");
    assertThat(codes(mspdi.bytes())).containsExactly("plan-file.too-many");
    for (var text : List.of(PlanFilesTest.PSPLIB, PlanFilesTest.MPSPLIB, PlanFilesTest.DISTRICT)) {
      assertThat(codes(text.replaceFirst("4", digits).getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    }
  }

  /** Every line would ask for a row of a thousand numbers. */
  @Test
  void aThousandResourcesThatNoLineHoldsTakeNoRoom() {
    var text = new StringBuilder("***\njobs :  100000\n - renewable : 1000\nPRECEDENCE RELATIONS:\njobnr\n");
    for (int job = 1; job <= 100_000; job++) {
      text.append(job).append(" 1 0\n");
    }
    text.append("****\nREQUESTS/DURATIONS:\njobnr\n----\n");
    for (int job = 1; job <= 100_000; job++) {
      text.append(job).append(" 1 1\n");
    }
    assertThat(codes(text.toString().getBytes(StandardCharsets.UTF_8))).contains("plan-file.too-few-requests");
    assertThat(codes(text.toString().replace("renewable : 1000", "renewable : 1001").getBytes(StandardCharsets.UTF_8)))
        .contains("plan-file.out-of-range");
  }

  private static byte[] plan(int rows, String... cells) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var plan = workbook.newWorksheet("计划");
      row(plan, 0, "计划名称", "开始日期");
      row(plan, 1, "试验", "2026-03-02");
      var sheet = workbook.newWorksheet("工序");
      row(sheet, 0, "编号", "工序", "工期（天）", "前置", "分组", "最早开始");
      for (int row = 1; row <= rows; row++) {
        row(sheet, row, cells);
        sheet.value(row, 0, "A" + row);
      }
    }
    return out.toByteArray();
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      sheet.value(row, column, cells[column]);
    }
  }

  /** One text of 32,000 characters is kept once and stands in every row. */
  @Test
  void aListOfLinksRepeatedInEveryRowIsNotMultipliedOut() throws IOException {
    assertThat(codes(plan(4_000, "", "挖沟", "1", "A1;".repeat(10_000)))).contains("plan-file.too-many");
  }

  @Test
  void aTextOfBlanksIsReadOnce() throws IOException {
    var blanks = "A1" + " ".repeat(32_000) + "x";
    assertThat(codes(plan(200, "", "挖沟", "1", blanks, "", blanks))).containsExactlyInAnyOrder("plan-book.unreadable", "plan-book.not-a-date");
    assertThat(assertTimeoutPreemptively(SOON, () -> PlanFiles.read(plan(500, "", "挖沟", "1", "", blanks)).activities())).isEqualTo(500);
    var heads = new StringBuilder();
    for (int row = 1; row <= 10; row++) {
      heads.append("<row r=\"").append(row).append("\">");
      for (int column = 0; column < 26; column++) {
        heads.append("<c r=\"").append((char) ('A' + column)).append(row).append("\" t=\"str\"><v>").append(blanks).append("</v></c>");
      }
      heads.append("</row>");
    }
    assertThat(codes(workbook(heads.toString()))).contains("plan-book.header-missing");
  }
}
