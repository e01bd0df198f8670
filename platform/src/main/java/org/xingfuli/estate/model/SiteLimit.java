package org.xingfuli.estate.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.xingfuli.identity.Words;

/**
 * What the ground cannot give twice, such as parking against greenery.
 *
 * @param work code of the work that takes
 * @param takes how much of {@code outOf} a unit of the work takes
 * @param outOf a name of {@link org.xingfuli.estate.Quantities#byDriver}
 * @param mostShare at most this share of it, above 0 and at most 1
 */
public record SiteLimit(
    int edition, String code, String work, BigDecimal takes, String outOf, BigDecimal mostShare, Words name,
    String source, boolean unconfirmed) {

  /** How the limit stands for so much of the work; both in the unit of {@code outOf}. */
  public Standing standing(BigDecimal quantity, Map<String, BigDecimal> drivers) {
    var taken = quantity.multiply(takes).setScale(0, RoundingMode.HALF_UP);
    var most = drivers.getOrDefault(outOf, BigDecimal.ZERO).multiply(mostShare).setScale(0, RoundingMode.FLOOR);
    return new Standing(code, name, work, taken, most, taken.compareTo(most) > 0, source, unconfirmed);
  }

  /** Taken and what may be taken at most. */
  public record Standing(
      String code, Words name, String work, BigDecimal taken, BigDecimal most, boolean exceeded, String source,
      boolean unconfirmed) {}
}
