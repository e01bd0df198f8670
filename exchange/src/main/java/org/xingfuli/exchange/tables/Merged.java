package org.xingfuli.exchange.tables;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cells merged into one: only the first of them holds anything.
 *
 * @param range as the workbook writes it, such as {@code D3:D4}
 * @param lastRow as Excel counts, from 1
 * @param firstColumn from 0
 * @param lastColumn from 0, included
 */
public record Merged(String range, int lastRow, int firstColumn, int lastColumn) {

  private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})\\d{1,7}:([A-Z]{1,3})(\\d{1,7})");

  static Optional<Merged> of(String range) {
    var found = RANGE.matcher(range);
    return found.matches() ? Optional.of(new Merged(range, Integer.parseInt(found.group(3)),
        PartGuard.column(found.group(1)) - 1, PartGuard.column(found.group(2)) - 1)) : Optional.empty();
  }
}
