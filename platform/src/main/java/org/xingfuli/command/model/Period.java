package org.xingfuli.command.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** A month ({@code 2022-04}), a quarter ({@code 2022-Q2}) or a year ({@code 2022}) of the statutory tables. */
public record Period(String code, LocalDate from, LocalDate to) {

  /** Nothing for what is none of them. */
  public static Optional<Period> of(String code) {
    try {
      if (code.matches("\\d{4}-\\d{2}")) {
        var month = YearMonth.parse(code);
        return Optional.of(new Period(code, month.atDay(1), month.atEndOfMonth()));
      }
      if (code.matches("\\d{4}-Q[1-4]")) {
        var first = LocalDate.of(Integer.parseInt(code.substring(0, 4)), 3 * (code.charAt(6) - '1') + 1, 1);
        return Optional.of(new Period(code, first, first.plusMonths(3).minusDays(1)));
      }
      if (code.matches("\\d{4}")) {
        var year = Integer.parseInt(code);
        return Optional.of(new Period(code, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
    } catch (DateTimeException none) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Whose programme is counted when none is asked for. */
  public int year() {
    return from.getYear();
  }

  public String inWords() {
    return code.contains("Q") ? code.substring(0, 4) + " 年第 " + code.charAt(6) + " 季度"
        : code.length() == 4 ? code + " 年" : code.substring(0, 4) + " 年 " + Integer.parseInt(code.substring(5)) + " 月";
  }
}
