package org.xingfuli.engine.consensus.owners;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ballot of an election: the candidates someone wants. No candidate is an abstention; more than there are seats is an invalid ballot.
 *
 * @param unit id of the unit it was handed out for; null when only the person is known
 * @param person id of the owner; null when only the unit is known
 * @param valid false of a spoilt ballot
 */
public record Choice(@Nullable String unit, @Nullable String person, Set<String> candidates, boolean valid) {

  public Choice {
    candidates = Set.copyOf(candidates);
  }

  public static Choice ofUnit(String unit, String... candidates) {
    return new Choice(unit, null, Set.of(candidates), true);
  }
}
