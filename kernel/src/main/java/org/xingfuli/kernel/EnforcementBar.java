package org.xingfuli.kernel;

/**
 * On which days compulsory enforcement is barred (Administrative Compulsion Law art. 43: not at night, not on statutory
 * holidays, except in emergency). Whether a plain weekend counts as a statutory holiday is for counsel to confirm: both
 * readings are {@link #unconfirmed}, and a screen that uses one says so.
 */
public enum EnforcementBar {
  /** Only days off named by the State Council are barred; plain weekends and adjusted workdays are free (default). */
  STATUTORY_HOLIDAYS,
  /** Every day nobody has to work is barred, plain weekends too. */
  ALL_DAYS_OFF;

  public boolean allows(DayType type) {
    return switch (this) {
      case STATUTORY_HOLIDAYS -> type != DayType.HOLIDAY_OFF;
      case ALL_DAYS_OFF -> type.isWorkday();
    };
  }

  /** True until counsel has confirmed a reading (待确认). */
  public boolean unconfirmed() {
    return true;
  }
}
