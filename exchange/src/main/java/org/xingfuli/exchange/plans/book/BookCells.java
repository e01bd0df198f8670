package org.xingfuli.exchange.plans.book;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.plans.book.BookSheet.Row;
import org.xingfuli.exchange.plans.book.Heads.Head;
import org.xingfuli.kernel.Refusal;

/** What the cells of one workbook mean, and every fault with its cell. */
final class BookCells {

  private static final int MOST_FAULTS = 1000;
  private static final Pattern DATE = Pattern.compile(
      "(\\d{4})(?:\\s*[-/.年—–]\\s*|(?=\\d{4}$))(\\d{1,2})(?:\\s*[-/.月—–]\\s*|(?=\\d{2}$))(\\d{1,2})\\s*[日号]?(?:[T ].*)?");
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
  private static final Pattern SEMICOLON = Pattern.compile("[;；]");
  private static final int MOST_PARTS = 2_000_000;
  /** Longer texts are no number and no date. */
  private static final int LONGEST_VALUE = 60;
  private static final Set<String> YES = Set.of("是", "yes", "y", "true", "1", "√");
  private static final Set<String> NO = Set.of("", "否", "no", "n", "false", "0");

  private final LocalDate dayZero;
  private final List<Refusal> faults = new ArrayList<>();
  private int parts;

  /**
   * Makes the meaning of one workbook.
   *
   * @param dayZero day of the number 0 where a date is kept as a number of days
   */
  BookCells(LocalDate dayZero) {
    this.dayZero = dayZero;
  }

  List<Refusal> faults() {
    return faults;
  }

  void add(Refusal refusal) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(refusal);
    }
  }

  /** What stands between semicolons. A workbook of some kilobytes may repeat one long list in every row. */
  List<String> parts(Row row, Head head) {
    if (row.at(head).isEmpty() || parts > MOST_PARTS) {
      return List.of();
    }
    var found = SEMICOLON.splitAsStream(row.at(head)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    parts += found.size();
    if (parts > MOST_PARTS) {
      // Told however many faults there are: it is why the others are not all of them.
      faults.add(Refusal.of("plan-file.too-many", Map.of("what", head.zh() + " " + head.en(), "most", MOST_PARTS)));
    }
    return found;
  }

  String filled(Row row, Head head) {
    if (row.at(head).isEmpty()) {
      wrong(row, head, "plan-book.required", "");
    }
    return row.at(head);
  }

  @Nullable LocalDate required(Row row, Head head) {
    return filled(row, head).isEmpty() ? null : date(row, head);
  }

  @Nullable LocalDate optional(Row row, Head head) {
    return row.at(head).isEmpty() ? null : date(row, head);
  }

  @Nullable LocalDate date(Row row, Head head) {
    var date = parsed(row.at(head));
    if (date == null) {
      wrong(row, head, "plan-book.not-a-date", row.at(head));
    }
    return date;
  }

  /** A date as Excel keeps it (a number of days) or as people write it, year first. */
  @Nullable LocalDate parsed(String text) {
    var plain = plain(text);
    var date = DATE.matcher(plain);
    try {
      if (date.matches()) {
        return LocalDate.of(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
      }
      return SERIAL.matcher(plain).matches() ? dayZero.plusDays((long) Double.parseDouble(plain)) : null;
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** Digits and signs of full width as those of half width. */
  static String plain(String text) {
    return text.length() > LONGEST_VALUE ? text : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  int whole(Row row, Head head, int least, int most, int otherwise) {
    var text = filled(row, head);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!plain(text).matches("-?\\d{1,9}")) {
      wrong(row, head, "plan-book.not-a-number", text);
      return otherwise;
    }
    int value = Integer.parseInt(plain(text));
    if (value < least || value > most) {
      wrong(row, head, "plan-book.out-of-range", text);
      return otherwise;
    }
    return value;
  }

  boolean truth(Row row, Head head) {
    var text = row.at(head).toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      wrong(row, head, "plan-book.unreadable", row.at(head));
    }
    return YES.contains(text);
  }

  void wrong(Row row, Head head, String code, String value) {
    fault(code, Map.of("place", row.cell(head), "header", head.zh(), "value", value.length() > 60 ? value.substring(0, 60) : value));
  }

  void fault(String code, Map<String, Object> values) {
    add(Refusal.of(code, values));
  }
}
