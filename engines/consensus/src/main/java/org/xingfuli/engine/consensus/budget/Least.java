package org.xingfuli.engine.consensus.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.xingfuli.kernel.Fraction;

/** What comes first among a few that floating point cannot tell apart. */
final class Least {

  private Least() {}

  /** Those with the exactly least key, in the order given; more than one are equal. */
  static List<Integer> of(List<Integer> close, IntFunction<Fraction> key) {
    List<Integer> equal = new ArrayList<>();
    Fraction lowest = Fraction.NONE;
    for (int p : close) {
      Fraction exact = key.apply(p);
      int compared = equal.isEmpty() ? -1 : exact.compareTo(lowest);
      if (compared < 0) {
        equal.clear();
        lowest = exact;
      }
      if (compared <= 0) {
        equal.add(p);
      }
    }
    return equal;
  }
}
