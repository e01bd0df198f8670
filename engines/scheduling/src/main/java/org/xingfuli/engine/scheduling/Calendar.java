package org.xingfuli.engine.scheduling;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Working periods of a horizon. Outside of its known length every period counts as working, so that dates before period
 * 0 (negative float) can be said; a schedule never goes there.
 */
public final class Calendar {

  private static final Calendar EVERY_PERIOD = new Calendar(new int[0], new int[1], 0);

  /** at[k] = the k-th working period; before[t] = working periods before t. */
  private final int[] at;
  private final int[] before;
  private final int length;

  private Calendar(int[] at, int[] before, int length) {
    this.at = at;
    this.before = before;
    this.length = length;
  }

  /** Works always, for any horizon. */
  public static Calendar everyPeriod() {
    return EVERY_PERIOD;
  }

  /**
   * @param working the working periods
   * @param length periods this calendar knows; at least the network's horizon
   */
  public static Calendar of(BitSet working, int length) {
    int[] at = new int[working.get(0, length).cardinality()];
    int[] before = new int[length + 1];
    int k = 0;
    for (int t = 0; t < length; t++) {
      before[t] = k;
      if (working.get(t)) {
        at[k++] = t;
      }
    }
    before[length] = k;
    return new Calendar(at, before, length);
  }

  /** This calendar less the rain, known for {@code horizon} periods. */
  Calendar without(BitSet rain, int horizon) {
    BitSet working = new BitSet(horizon);
    for (int t = 0; t < horizon; t++) {
      working.set(t, works(t) && !rain.get(t));
    }
    return of(working, horizon);
  }

  Calendar mirrored(int horizon) {
    BitSet working = new BitSet(horizon);
    for (int t = 0; t < horizon; t++) {
      working.set(horizon - 1 - t, works(t));
    }
    return of(working, horizon);
  }

  /** Whether no period it knows is free, so that nobody need ask. */
  public boolean isEveryPeriod() {
    return at.length == length;
  }

  /** Periods it knows; unlimited for {@link #everyPeriod}. */
  int known() {
    return this == EVERY_PERIOD ? Integer.MAX_VALUE : length;
  }

  public boolean works(int period) {
    return period < 0 || period >= length || before[period + 1] > before[period];
  }

  /** Number of working periods before this one. */
  public int index(int period) {
    if (period <= 0) {
      return period;
    }
    return period <= length ? before[period] : at.length + period - length;
  }

  /** The working period with this index: the inverse of {@link #index}. */
  public int period(int index) {
    if (index < 0) {
      return index;
    }
    return index < at.length ? at[index] : length + index - at.length;
  }

  /** First working period at or after. */
  public int next(int period) {
    return period(index(period));
  }

  /** Last working period at or before. */
  public int previous(int period) {
    return period(index(period + 1) - 1);
  }

  /** Exclusive finish of so much work from a working period on. */
  public int finish(int start, int duration) {
    return duration == 0 ? start : period(index(start) + duration - 1) + 1;
  }

  /** Earliest start that is at least {@code from} and finishes at least at {@code finish}. */
  public int earliestStart(int from, int finish, int duration) {
    if (duration == 0) {
      return Math.max(from, finish);
    }
    return period(Math.max(index(from), index(finish - 1) - duration + 1));
  }

  /** Latest start that is at most {@code to} and finishes at most at {@code finish}. */
  public int latestStart(int to, int finish, int duration) {
    if (duration == 0) {
      return Math.min(to, finish);
    }
    return period(Math.min(index(to + 1) - 1, index(finish) - duration));
  }

  @Override
  public String toString() {
    return isEveryPeriod() ? "every period" : at.length + " of " + length + " periods " + Arrays.toString(at);
  }
}
