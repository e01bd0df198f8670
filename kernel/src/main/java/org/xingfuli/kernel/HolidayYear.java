package org.xingfuli.kernel;

import java.time.LocalDate;
import java.util.List;

/**
 * What the State Council announced for one year, or, before it has, the assumption that only weekends are free.
 *
 * @param announced false for a provisional year
 * @param papers addresses of the State Council papers
 * @param days the named days only; they may reach into the December before (2022-12-31 stands in the paper for 2023)
 */
public record HolidayYear(int year, boolean announced, List<String> papers, List<Day> days) {

  /**
   * One named day: off, or (when not off) worked. Worked days are weekend days worked in exchange; a paper may also
   * say that work resumes on a plain Monday (2020-02-03), which stays a plain workday.
   */
  public record Day(LocalDate date, String name, boolean off) {}

  public HolidayYear {
    papers = List.copyOf(papers);
    days = List.copyOf(days);
  }

  public static HolidayYear announced(int year, List<String> papers, List<Day> days) {
    return new HolidayYear(year, true, papers, days);
  }

  /** A year nobody has announced yet: weekends only, and every date computed from it is flagged. */
  public static HolidayYear provisional(int year) {
    return new HolidayYear(year, false, List.of(), List.of());
  }
}
