package org.xingfuli.identity.model;

/**
 * What the security administrator sets.
 *
 * @param value in the unit, within least and most
 * @param unconfirmed nobody has confirmed yet what the source assumes
 * @param version grows with every change
 */
public record SecurityRule(
    String code, int value, Unit unit, int least, int most, boolean unconfirmed, String source, int version) {

  /** What the value counts. */
  public enum Unit { DAYS, TIMES_A_DAY, LETTERS, SECONDS }
}
