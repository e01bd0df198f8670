package org.xingfuli.exchange.estates;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.tables.TableReader;

/** Says what a cell really is; a formula counts as the value it was last computed to. */
final class Cells {

  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
  private static final Pattern DATE = Pattern.compile("[yYdDhH年月日]|mm|m/|/m|AM/PM");
  private static final Pattern ERROR = Pattern.compile("#(REF!|N/A|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)");
  /** A number that many digits long has lost its last ones: Excel keeps fifteen. */
  private static final BigDecimal EXACT = BigDecimal.TEN.pow(15);

  private Cells() {}

  /** The error a cell shows, such as {@code #REF!}; null when it shows none. */
  static @Nullable String error(Cell cell) {
    var raw = cell.getRawValue();
    if (cell.getType() == CellType.ERROR || (raw != null && ERROR.matcher(raw).matches())) {
      return raw == null ? "#?" : raw;
    }
    return cell.getType() == CellType.FORMULA && (raw == null || raw.isEmpty()) ? "=" + cell.getFormula() : null;
  }

  static boolean date(Cell cell) {
    var format = cell.getDataFormatString();
    return numeric(cell) && format != null && !format.equals("General")
        && DATE.matcher(LITERAL.matcher(format).replaceAll("")).find();
  }

  static boolean truth(Cell cell) {
    return cell.getType() == CellType.BOOLEAN || cell.getValue() instanceof Boolean;
  }

  /** Text as it stands; a number without exponent or needless zeros, but with exponent when its digits are lost. */
  static String text(Cell cell) {
    var value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number.abs().compareTo(EXACT) >= 0
          ? String.format("%.5E", number)
          : TableReader.plain(number);
    }
    if (value != null) {
      return value.toString();
    }
    var raw = cell.getRawValue();
    return raw == null ? "" : raw;
  }

  static String shownDate(Cell cell) {
    try {
      return cell.asDate().toLocalDate().toString();
    } catch (RuntimeException none) {
      return text(cell);
    }
  }

  private static boolean numeric(Cell cell) {
    return cell.getType() == CellType.NUMBER || cell.getValue() instanceof BigDecimal;
  }
}
