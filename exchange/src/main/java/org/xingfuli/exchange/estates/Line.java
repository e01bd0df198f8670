package org.xingfuli.exchange.estates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.estates.FaultKind.Place;

/** One row of a sheet, read column by column; what is wrong with a cell is noted and null is given. */
final class Line {

  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?E\\+?[0-9]{1,3}", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
  private static final Pattern GARBLED = Pattern.compile("\uFFFD|锟斤拷|烫烫烫|Ã[\\u0080-\\u00BF]|â€");
  private static final Pattern WITH_UNIT =
      Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s*(m2|m²|平方米|平米|平方|万平方米|万m2|米|m|处|个|户|栋|幢|层|单元|年|座|楼)");
  private static final Pattern PHONE = Pattern.compile("[0-9]{7,15}");
  private static final BigDecimal DIGITS = BigDecimal.TEN.pow(15);

  private final String sheet;
  private final Map<Column, Integer> places;
  private final Row row;
  private final Faults faults;
  private boolean sound = true;

  Line(String sheet, Map<Column, Integer> places, Row row, Faults faults) {
    this.sheet = sheet;
    this.places = places;
    this.row = row;
    this.faults = faults;
  }

  int number() {
    return row.getRowNum();
  }

  /** Whether nothing wrong was noted in this row. */
  boolean sound() {
    return sound;
  }

  boolean empty() {
    return places.keySet().stream().map(this::cell).allMatch(cell -> cell == null || cell.getType() == CellType.EMPTY
        || (cell.getType() == CellType.STRING && Texts.tidy(cell.getText()).isEmpty()));
  }

  void fault(FaultKind kind, @Nullable Column column, @Nullable String value, @Nullable String against) {
    sound = false;
    faults.add(kind, place(column), value, against);
  }

  Place place(@Nullable Column column) {
    var index = column == null ? null : places.get(column);
    return column == null || index == null
        ? Place.row(sheet, number())
        : new Place(sheet, number(), Texts.letters(index), column.zh());
  }

  /** A name or other free text. */
  @Nullable String text(Column column, int most) {
    var raw = raw(column, "文本");
    if (raw == null) {
      return null;
    }
    if (CONTROL.matcher(raw).find()) {
      fault(FaultKind.CONTROL, column, shown(column, raw.replaceAll("\\p{Cntrl}", "␀")), null);
      return null;
    }
    var text = Texts.tidy(raw);
    if (GARBLED.matcher(text).find()) {
      fault(FaultKind.GARBLED, column, shown(column, text), null);
      return null;
    }
    if (text.length() > most) {
      fault(FaultKind.TOO_LONG, column, shown(column, text), Integer.toString(most));
      return null;
    }
    return text.isEmpty() ? missing(column) : text;
  }

  /** A code or number of a building or door: in one width, without blanks. */
  @Nullable String code(Column column) {
    var raw = raw(column, "文本编号");
    if (raw == null) {
      return null;
    }
    var text = Texts.narrow(raw).replace(" ", "");
    if (SCIENTIFIC.matcher(text).matches()) {
      fault(FaultKind.CELL_SCIENTIFIC, column, text, null);
      return null;
    }
    if (CONTROL.matcher(text).find()) {
      fault(FaultKind.CONTROL, column, text.replaceAll("\\p{Cntrl}", "␀"), null);
      return null;
    }
    if (text.length() > EstateLimits.CODE) {
      fault(FaultKind.TOO_LONG, column, text, Integer.toString(EstateLimits.CODE));
      return null;
    }
    return text.isEmpty() ? missing(column) : text;
  }

  @Nullable String phone(Column column) {
    var text = code(column);
    if (text == null) {
      return null;
    }
    var digits = text.replaceAll("[-()+]", "");
    if (!PHONE.matcher(digits).matches()) {
      // The number itself is personal: the fault shows only its length.
      fault(FaultKind.PHONE, column, "*".repeat(Math.min(20, text.length())), null);
      return null;
    }
    return digits;
  }

  /** One of a few words; null when the cell is empty. */
  @Nullable String choice(Column column, List<String> choices) {
    var text = text(column, EstateLimits.TEXT);
    if (text != null && !choices.contains(text)) {
      fault(FaultKind.CHOICE, column, text, String.join("、", choices));
      return null;
    }
    return text;
  }

  /** A number between zero, or more than zero where it is required, and a limit; kept to two decimals. */
  @Nullable BigDecimal decimal(Column column, int most) {
    var number = number(column);
    if (number == null) {
      return null;
    }
    if (number.signum() < 0) {
      fault(FaultKind.NEGATIVE, column, number.toPlainString(), null);
      return null;
    }
    if (number.signum() == 0 && column.required()) {
      fault(FaultKind.ZERO, column, "0", null);
      return null;
    }
    if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
      fault(FaultKind.ABSURD, column, number.toPlainString(), Integer.toString(most));
      return null;
    }
    return number.setScale(2, RoundingMode.HALF_UP);
  }

  @Nullable Integer whole(Column column, int most) {
    var number = number(column);
    if (number != null && number.stripTrailingZeros().scale() > 0) {
      fault(FaultKind.NOT_WHOLE, column, number.toPlainString(), null);
      return null;
    }
    var decimal = number == null ? null : decimal(column, most);
    return decimal == null ? null : decimal.intValueExact();
  }

  @Nullable Integer year(Column column) {
    var number = number(column);
    if (number == null) {
      return null;
    }
    if (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(EstateLimits.YEAR_MIN)) < 0
        || number.compareTo(BigDecimal.valueOf(EstateLimits.YEAR_MAX)) > 0) {
      fault(FaultKind.YEAR, column, number.toPlainString(), null);
      return null;
    }
    return number.intValueExact();
  }

  /** Faults are kept and shown; they do not carry a person's name. */
  private static String shown(Column column, String text) {
    return column == Columns.OWNER ? "*".repeat(Math.min(20, text.length())) : text;
  }

  private @Nullable BigDecimal number(Column column) {
    var raw = raw(column, "数字");
    if (raw == null) {
      return null;
    }
    var text = Texts.narrow(raw).replaceAll("[, ]", "");
    if (text.isEmpty()) {
      missing(column);
      return null;
    }
    try {
      if (text.length() <= 24) {
        var number = new BigDecimal(text);
        if (number.abs().compareTo(DIGITS) > 0) {
          fault(FaultKind.ABSURD, column, text, DIGITS.toPlainString());
          return null;
        }
        return number;
      }
    } catch (NumberFormatException notOne) {
      // Said below.
    }
    var unit = WITH_UNIT.matcher(text);
    if (unit.matches()) {
      fault(FaultKind.UNIT, column, text, unit.group(1));
    } else {
      fault(FaultKind.NOT_NUMBER, column, text, null);
    }
    return null;
  }

  private @Nullable String missing(Column column) {
    if (column.required() && places.containsKey(column)) {
      fault(FaultKind.REQUIRED, column, null, null);
    } else if (column.required()) {
      sound = false; // The missing header was said once for all rows.
    }
    return null;
  }

  /** The cell's content as text; a date, an error or a yes and no is a fault, for it is not what was meant. */
  private @Nullable String raw(Column column, String expected) {
    var cell = cell(column);
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return missing(column);
    }
    var error = Cells.error(cell);
    if (error != null) {
      fault(FaultKind.CELL_ERROR, column, error, null);
      return null;
    }
    if (Cells.date(cell)) {
      fault(FaultKind.CELL_DATE, column, Cells.shownDate(cell), expected);
      return null;
    }
    if (Cells.truth(cell)) {
      fault(FaultKind.CELL_BOOLEAN, column, cell.getRawValue(), expected);
      return null;
    }
    var text = Cells.text(cell);
    return text.isEmpty() ? missing(column) : text;
  }

  private @Nullable Cell cell(Column column) {
    var index = places.get(column);
    return index == null || index >= row.getCellCount() ? null : row.getCell(index);
  }
}
