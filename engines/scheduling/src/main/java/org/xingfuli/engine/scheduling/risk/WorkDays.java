package org.xingfuli.engine.scheduling.risk;

import java.util.BitSet;

/** Working periods of a calendar, from the data date on less the rain of a replication. */
final class WorkDays {

  private final int floor;
  private final int horizon;
  private final double sensitivity;
  private final boolean[] works;
  private final int worksBefore;
  /** at[k] = the k-th working period; before[t] = working periods before t. */
  final int[] at;
  final int[] before;
  int count;

  WorkDays(BitSet working, int horizon, int floor, double sensitivity) {
    this.floor = floor;
    this.horizon = horizon;
    this.sensitivity = sensitivity;
    works = new boolean[horizon];
    at = new int[horizon];
    before = new int[horizon + 1];
    int known = 0;
    for (int t = 0; t < horizon; t++) {
      works[t] = working.get(t);
      before[t] = known;
      if (works[t]) {
        at[known++] = t;
      }
    }
    before[horizon] = known;
    worksBefore = before[floor];
    count = known;
  }

  /** Takes the rain out. */
  void wet(float[] lightness) {
    if (sensitivity <= 0) {
      return;
    }
    int known = worksBefore;
    for (int t = floor; t < horizon; t++) {
      before[t] = known;
      if (works[t] && lightness[t] >= sensitivity) {
        at[known++] = t;
      }
    }
    before[horizon] = known;
    count = known;
  }

  /** Working periods before a period that may lie before the first one. */
  int index(int period) {
    return period < 0 ? period : before[period];
  }
}
