package org.xingfuli.estate.model;

import org.xingfuli.estate.Quantities;
import org.xingfuli.estate.SizeClass;

/**
 * When an estate counts as small and easy ({@code 体量小、难度低}).
 *
 * @param maxBuildings at most so many buildings
 * @param maxIllegalStructures at most so many illegal structures
 * @param unconfirmed the district has not stated the rule; screens say so (domain.md section 7: score sheet, assumption)
 * @param source where the limits come from
 */
public record SizeRule(int maxBuildings, int maxIllegalStructures, boolean unconfirmed, String source) {

  /** The class of an estate with these quantities; one without any building on record is regular. */
  public SizeClass classOf(Quantities quantities) {
    return quantities.buildings() > 0
            && quantities.buildings() <= maxBuildings
            && quantities.illegalStructures() <= maxIllegalStructures
        ? SizeClass.SMALL_AND_EASY
        : SizeClass.REGULAR;
  }
}
