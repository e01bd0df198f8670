package org.xingfuli.engine.consensus.owners;

import org.jspecify.annotations.Nullable;

/**
 * One vote on one matter, from whatever channel. It speaks for a head, not for a unit: the ballot of a unit for all that the same
 * owner or community of owners has, the ballot of a person for every head that person belongs to. At least one of the two is named.
 *
 * @param matter id of the matter
 * @param unit id of the unit it was handed out for; null when only the person is known
 * @param person id of the owner who voted; null when only the unit is known
 */
public record Ballot(String matter, @Nullable String unit, @Nullable String person, Vote vote) {

  public static Ballot ofUnit(String matter, String unit, Vote vote) {
    return new Ballot(matter, unit, null, vote);
  }

  public static Ballot ofPerson(String matter, String person, Vote vote) {
    return new Ballot(matter, null, person, vote);
  }
}
