package org.xingfuli.appeal.model;

import org.xingfuli.kernel.TimeLimit;

/** When whoever holds an appeal is warned that its time runs out. */
public sealed interface Warning {

  /** So long before the end: minutes or hours for a limit of the clock, otherwise days as the limit counts them. */
  record Before(TimeLimit lead) implements Warning {}

  /** When so many hundredths of the limit are used, 1 to 99. */
  record AtShare(int percent) implements Warning {}
}
