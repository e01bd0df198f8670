package org.xingfuli.engine.consensus.budget;

import java.util.List;

/**
 * Projects that were exactly equal when one was to be taken.
 *
 * @param step how many projects had been taken before
 * @param projects places of the equal ones, the one taken first
 */
public record Tie(int step, List<Integer> projects) {

  public Tie {
    projects = List.copyOf(projects);
  }
}
