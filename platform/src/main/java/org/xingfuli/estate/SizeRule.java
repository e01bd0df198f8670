package org.xingfuli.estate;

import java.math.BigDecimal;

/**
 * When an estate, or a project that holds estates, counts as small and easy ({@code 体量小、难度低}). The only such rule: the
 * estates' own class and the class of a programme's project both come from it, unless a person chose one.
 *
 * @param maxBuildings at most so many buildings, and at least one on record
 * @param maxHouseholds at most so many households
 * @param maxIllegalStructures at most so many illegal structures
 * @param unconfirmed the district has not stated the rule; screens say so (domain.md section 7: score sheet, assumption)
 * @param source where the limits come from
 */
public record SizeRule(
    int maxBuildings, int maxHouseholds, int maxIllegalStructures, boolean unconfirmed, String source) {

  /** The class of an estate with these quantities. */
  public SizeClass classOf(Quantities quantities) {
    return classOf(BigDecimal.valueOf(quantities.buildings()), BigDecimal.valueOf(quantities.households()),
        BigDecimal.valueOf(quantities.illegalStructures()));
  }

  /** The class of so much; parts of buildings come of an estate that is split over projects. */
  public SizeClass classOf(BigDecimal buildings, BigDecimal households, BigDecimal illegalStructures) {
    return buildings.signum() > 0
            && within(buildings, maxBuildings)
            && within(households, maxHouseholds)
            && within(illegalStructures, maxIllegalStructures)
        ? SizeClass.SMALL_AND_EASY
        : SizeClass.REGULAR;
  }

  private static boolean within(BigDecimal amount, int most) {
    return amount.compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
