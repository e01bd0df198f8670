package org.xingfuli.drills;

import java.util.Arrays;
import java.util.Map;

/** How long each of many acts of several clients took, and how many there were in a second. */
final class Timings {

  private long[] nanos = new long[1 << 12];
  private int count;

  synchronized void add(long tookNanos) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = tookNanos;
  }

  void addAll(Timings other) {
    for (int n = 0; n < other.count; n++) {
      add(other.nanos[n]);
    }
  }

  int count() {
    return count;
  }

  /** The smallest time that so great a share of the acts did not exceed (nearest rank), in milliseconds; 0 without acts. */
  double millis(double share) {
    if (count == 0) {
      return 0;
    }
    var sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    var rank = (int) Math.ceil(share * count);
    return Math.round(sorted[Math.max(0, rank - 1)] / 1e4) / 100.0;
  }

  double perSecond(double seconds) {
    return Math.round(count / seconds * 10) / 10.0;
  }

  void put(Map<String, Object> result, double seconds) {
    result.put("perSecond", perSecond(seconds));
    result.put("p50Millis", millis(0.50));
    result.put("p99Millis", millis(0.99));
  }
}
