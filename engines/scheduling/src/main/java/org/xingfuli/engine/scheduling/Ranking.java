package org.xingfuli.engine.scheduling;

import java.util.Arrays;

/** Turns a key per task (small first, ties by index) into ranks. */
final class Ranking {

  /** byRank[r] = task; rank[task] = r. */
  final int[] byRank;
  final int[] rank;

  private Ranking(int[] byRank, int[] rank) {
    this.byRank = byRank;
    this.rank = rank;
  }

  static Ranking by(int[] key) {
    long[] packed = new long[key.length];
    for (int i = 0; i < key.length; i++) {
      packed[i] = ((long) key[i] << 32) | i;
    }
    Arrays.sort(packed);
    int[] byRank = new int[key.length];
    int[] rank = new int[key.length];
    for (int r = 0; r < key.length; r++) {
      byRank[r] = (int) packed[r];
      rank[byRank[r]] = r;
    }
    return new Ranking(byRank, rank);
  }
}
