package org.xingfuli.exchange.estates;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes one sheet row by row in the common look: header on top and frozen, text harmless, numbers as numbers. */
final class Pen {

  private static final String HEAD_FILL = "1F4E5F";
  private static final String REQUIRED_FILL = "0E7C7B";
  private static final int FLUSH_EVERY = 1_000;

  private final Worksheet sheet;
  private int row;
  private int column;

  Pen(Workbook workbook, String name, List<Column> columns) {
    this.sheet = workbook.newWorksheet(name);
    for (var each : columns) {
      int index = column++;
      sheet.width(index, Math.clamp(each.zh().length() * 2.6 + 3, 11, 26));
      sheet.value(0, index, each.header());
      sheet.style(0, index).bold().fontColor("FFFFFF").fillColor(each.required() ? REQUIRED_FILL : HEAD_FILL)
          .wrapText(true).verticalAlignment("center").horizontalAlignment("center").set();
    }
    sheet.rowHeight(0, 36);
    sheet.freezePane(0, 1);
    next();
  }

  Worksheet sheet() {
    return sheet;
  }

  int row() {
    return row;
  }

  Pen put(@Nullable String text) {
    if (text != null) {
      // Inline, so that the texts of a whole district do not gather in memory as a shared table.
      sheet.inlineString(row, column, Texts.harmless(text));
    }
    column++;
    return this;
  }

  Pen put(@Nullable Integer number) {
    if (number != null) {
      sheet.value(row, column, number);
    }
    column++;
    return this;
  }

  Pen put(@Nullable BigDecimal number) {
    if (number != null) {
      sheet.value(row, column, number.stripTrailingZeros());
    }
    column++;
    return this;
  }

  void next() {
    row++;
    column = 0;
  }

  /** What is written goes out now and then; validations and styles must be set before. */
  void nextAndFlush() throws IOException {
    next();
    if (row % FLUSH_EVERY == 0) {
      sheet.flush();
    }
  }

  /** The cells of a column take only these words. */
  void choices(int index, int lastRow, List<String> words) {
    var list = '"' + String.join(",", words) + '"';
    sheet.range(1, index, lastRow, index).validateWithListByFormula(list);
  }
}
