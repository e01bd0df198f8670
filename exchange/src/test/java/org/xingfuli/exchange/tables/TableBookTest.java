package org.xingfuli.exchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote into names and notes stays text, in the workbook and in a CSV made of it. */
class TableBookTest {

  private static String written(Object cell) throws IOException {
    var out = new ByteArrayOutputStream();
    TableBook.write(List.of(new TableBook.Table("表", List.of("甲"), List.of(Arrays.asList(cell)))), out);
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      var read = book.getSheetAt(0).getRow(1).getCell(0);
      assertThat(read.getCellType()).isEqualTo(CellType.STRING);
      return read.getStringCellValue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"http://x\",\"看\")", "+1+2", "-2+3", "@SUM(A1)", "\t=1", "\n=1", "＝1+1", "＠SUM(A1)"})
  void whatCouldBecomeAFormulaGetsAnApostropheBeforeIt(String text) throws IOException {
    assertThat(written(text)).startsWith("'").endsWith(text.strip().substring(1));
  }

  @Test
  void anOrdinaryTextStaysAsItIs() throws IOException {
    assertThat(written("工人新村-1")).isEqualTo("工人新村-1");
  }
}
