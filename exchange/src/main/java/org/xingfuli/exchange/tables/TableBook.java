package org.xingfuli.exchange.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes one list as a workbook. Texts are text cells and never formulas, whatever they begin with. */
public final class TableBook {

  private static final String HEAD_FILL = "1F4E5F";
  /** A text beginning like this could become a formula when the sheet is saved as CSV and opened again. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private TableBook() {}

  /** A sheet: its name, its heads, and rows of String, Number, LocalDate or nothing. */
  public record Table(String name, List<String> heads, List<List<@Nullable Object>> rows) {}

  public static void write(List<Table> tables, OutputStream out) throws IOException {
    try (var workbook = new Workbook(out, "Xingfuli", "1.0")) {
      for (var table : tables) {
        var sheet = workbook.newWorksheet(table.name());
        for (int column = 0; column < table.heads().size(); column++) {
          sheet.value(0, column, table.heads().get(column));
          sheet.style(0, column).bold().fontColor("FFFFFF").fillColor(HEAD_FILL).set();
          sheet.width(column, Math.clamp(table.heads().get(column).length() * 2.4 + 4, 10, 40));
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < table.rows().size(); row++) {
          var cells = table.rows().get(row);
          for (int column = 0; column < cells.size(); column++) {
            put(sheet, row + 1, column, cells.get(column));
          }
        }
      }
    }
  }

  private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
    switch (value) {
      case null -> { }
      case Number number -> sheet.value(row, column, number);
      case LocalDate date -> {
        sheet.value(row, column, date);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      default -> sheet.value(row, column, harmless(value.toString()));
    }
  }

  /** The text as it may stand in a cell; what could be taken for a formula gets an apostrophe before it. */
  static String harmless(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
