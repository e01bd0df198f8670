package org.xingfuli.programme.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.Words;

/** How a node's nominal date becomes the last day on which the node is kept. */
public enum NodeRule {
  /** Work may go on to the date itself, whatever day it is. */
  ON_THE_DATE,
  /**
   * The last day on or before the date on which compulsory clearing is lawful: not on a statutory holiday
   * (Administrative Compulsion Law art. 43). Plain weekends count as lawful; counsel is to confirm (domain.md 8.3).
   */
  LAST_LAWFUL_CLEARING_DAY;

  /** A resolved due date and why it is this one. */
  public record Resolution(LocalDate due, Words why) {}

  public Resolution resolve(LocalDate nominal, WorkCalendar calendar) {
    if (this == ON_THE_DATE) {
      return new Resolution(nominal, Words.of(
          "以名义日期 %s 当日为准。".formatted(zh(nominal)), "Due on the nominal date itself, %s.".formatted(en(nominal))));
    }
    var due = calendar.lastLawfulEnforcementDayOnOrBefore(nominal).date();
    if (due.equals(nominal)) {
      return new Resolution(due, Words.of(
          "%s 不是法定节假日，当日仍可依法强制清除。".formatted(zh(nominal)),
          "%s is not a statutory holiday; compulsory clearing is still lawful on it.".formatted(en(nominal))));
    }
    return new Resolution(due, Words.of(
        "%s 是法定节假日，行政强制法第四十三条规定节假日不得实施强制执行；此前最后一个可依法强制清除的日子是 %s。普通周末暂按可执行计，待法律顾问确认。"
            .formatted(zh(nominal), zh(due)),
        ("%s is a statutory holiday, on which art. 43 of the Administrative Compulsion Law bars enforcement; the last "
            + "lawful day before it is %s. Plain weekends count as lawful until counsel confirms.")
            .formatted(en(nominal), en(due))));
  }

  private static String zh(LocalDate date) {
    return "%d 年 %d 月 %d 日（%s）".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth(),
        weekday(date.getDayOfWeek(), Locale.SIMPLIFIED_CHINESE));
  }

  private static String en(LocalDate date) {
    return weekday(date.getDayOfWeek(), Locale.ENGLISH) + " " + date;
  }

  private static String weekday(DayOfWeek day, Locale language) {
    return day.getDisplayName(TextStyle.SHORT, language);
  }
}
