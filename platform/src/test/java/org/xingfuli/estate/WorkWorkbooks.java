package org.xingfuli.estate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Menus of works as people send them back: the workbook we gave, with some cells written over. */
final class WorkWorkbooks {

  private static final int QUANTITY = 5;
  private static final int MARK = 7;

  private WorkWorkbooks() {}

  /** The workbook with other quantities and marks by code; a quantity that is no number is written as text. */
  static byte[] changed(byte[] given, Map<String, String> quantities, Map<String, String> marks) {
    var out = new ByteArrayOutputStream();
    try (var read = new ReadableWorkbook(new ByteArrayInputStream(given)); var workbook = new Workbook(out, "Test", "1.0")) {
      var sheet = workbook.newWorksheet(read.getFirstSheet().getName());
      for (var row : read.getFirstSheet().read()) {
        var code = row.getCell(0).getText();
        for (int column = 0; column < row.getCellCount(); column++) {
          var cell = row.getCell(column);
          var text = column == QUANTITY && quantities.containsKey(code) ? quantities.get(code)
              : column == MARK && marks.containsKey(code) ? marks.get(code) : cell == null ? "" : cell.getText();
          put(sheet, row.getRowNum() - 1, column, text, row.getRowNum() > 1 && column >= 4 && column != MARK && column < 9);
        }
      }
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(org.dhatim.fastexcel.Worksheet sheet, int row, int column, String text, boolean number) {
    if (number && text.matches("-?[0-9.]+(E[0-9]+)?")) {
      sheet.value(row, column, new BigDecimal(text));
    } else if (!text.isEmpty()) {
      sheet.value(row, column, text);
    }
  }
}
