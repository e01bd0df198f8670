package org.xingfuli.drills;

/**
 * How fast this machine is at this hour: one thread's time for a fixed piece of arithmetic, the best of three. A machine that
 * shares its processors with others is at times half as fast as at others, and figures of two hours compare only beside it.
 */
final class Reference {

  private static final int ROUNDS = 300_000_000;

  /** Read by nobody; without it the arithmetic would be left out. */
  private static volatile long sink;

  private Reference() {}

  static double seconds() {
    var best = Long.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      var begun = System.nanoTime();
      long state = run + 1;
      for (int n = 0; n < ROUNDS; n++) {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
      }
      sink = state;
      best = Math.min(best, System.nanoTime() - begun);
    }
    return Math.round(best / 1e6) / 1e3;
  }
}
