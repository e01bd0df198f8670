package org.xingfuli.kernel;

import java.time.LocalDate;

/**
 * A computed date that says whether it may still change: it is provisional when the computation touched a year whose
 * holidays are not yet announced. A screen that shows the date shows the flag.
 */
public record Dated(LocalDate date, boolean provisional) {

  /** The same date, provisional also when an earlier step of the computation was. */
  public Dated after(Dated earlier) {
    return new Dated(date, provisional || earlier.provisional);
  }
}
