package org.xingfuli.kernel;

/** What a day is to an office that keeps the statutory calendar (domain.md 8.1). */
public enum DayType {
  /** Monday to Friday, nothing announced. */
  WORKDAY,
  /** Saturday or Sunday, nothing announced; a weekend joined to a holiday stays a weekend. */
  WEEKEND,
  /** Named as a day off by a State Council paper. */
  HOLIDAY_OFF,
  /** A weekend day made a working day by a State Council paper (调休上班). */
  ADJUSTED_WORKDAY;

  public boolean isWorkday() {
    return this == WORKDAY || this == ADJUSTED_WORKDAY;
  }
}
