package org.xingfuli.engine.triage;

import java.util.Arrays;
import java.util.List;

/**
 * Messages as vectors: TF-IDF with 1 + ln tf over n-grams that stand in at least two messages, each block of {@link Grams} of
 * length 1 by itself before it is weighed, so that a long text does not drown its title; then the whole of length 1.
 */
final class Vectors {

  /** What stands in one message only teaches nothing about others. */
  private static final int LEAST = 2;

  private static final double[] WEIGHTS = {1, 1, 0.7};

  private final long[] keys;
  private final float[] idf;
  private final LongIndex index;

  Vectors(long[] keys, float[] idf) {
    this.keys = keys;
    this.idf = idf;
    index = LongIndex.of(keys);
  }

  /** Dimensions ascending, and their values. */
  record Vector(int[] dimensions, double[] values) {}

  /** @param most dimensions; beyond them n-grams must stand in more messages */
  static Vectors of(List<Message> messages, int most) {
    LongIndex all = new LongIndex(1 << 16);
    Counter counter = new Counter();
    for (Message message : messages) {
      Grams.visit(Grams.parts(message), (block, key, part, from, to) -> counter.once(all.add(key)));
      counter.message++;
    }
    int least = LEAST;
    int kept = counter.heldBy(least, all.size());
    while (kept > most) {
      kept = counter.heldBy(++least, all.size());
    }
    long[] keys = new long[kept];
    int at = 0;
    for (int n = 0; n < all.size(); n++) {
      if (counter.messages[n] >= least) {
        keys[at++] = all.key(n);
      }
    }
    // By key, so that the dimensions do not depend on which message came first.
    Arrays.sort(keys);
    float[] idf = new float[kept];
    for (int d = 0; d < kept; d++) {
      idf[d] = (float) (1 + Math.log((1.0 + messages.size()) / (1 + counter.messages[all.find(keys[d])])));
    }
    return new Vectors(keys, idf);
  }

  private static final class Counter {
    private int[] messages = new int[1 << 16];
    private int[] last = new int[1 << 16];
    private int message = 1;

    /** Keys that at least so many messages hold. */
    int heldBy(int least, int keys) {
      int held = 0;
      for (int n = 0; n < keys; n++) {
        held += messages[n] >= least ? 1 : 0;
      }
      return held;
    }

    void once(int number) {
      if (number >= messages.length) {
        messages = Arrays.copyOf(messages, Math.max(number + 1, messages.length * 2));
        last = Arrays.copyOf(last, messages.length);
      }
      if (last[number] != message) {
        last[number] = message;
        messages[number]++;
      }
    }
  }

  int size() {
    return keys.length;
  }

  long[] keys() {
    return keys;
  }

  float[] idf() {
    return idf;
  }

  /** The dimension of a key, {@link LongIndex#ABSENT} when it was not learnt. */
  int dimension(long key) {
    return index.find(key);
  }

  Vector of(Plain[] parts) {
    LongIndex seen = new LongIndex(256);
    int[][] counts = {new int[512], new int[512]}; // occurrences, block
    int[] used = {0};
    Grams.visit(parts, (block, key, part, from, to) -> {
      int dimension = index.find(key);
      if (dimension != LongIndex.ABSENT) {
        int n = seen.add(dimension);
        if (n >= counts[0].length) {
          counts[0] = Arrays.copyOf(counts[0], n * 2);
          counts[1] = Arrays.copyOf(counts[1], n * 2);
        }
        counts[0][n]++;
        counts[1][n] = block;
        used[0] = seen.size();
      }
    });
    long[] order = new long[used[0]];
    for (int n = 0; n < order.length; n++) {
      order[n] = seen.key(n) << 32 | n;
    }
    Arrays.sort(order);
    int[] dimensions = new int[order.length];
    double[] values = new double[order.length];
    int[] blocks = new int[order.length];
    double[] squares = new double[Grams.BLOCKS];
    for (int k = 0; k < order.length; k++) {
      int n = (int) order[k];
      dimensions[k] = (int) (order[k] >> 32);
      blocks[k] = counts[1][n];
      values[k] = (1 + Math.log(counts[0][n])) * idf[dimensions[k]];
      squares[blocks[k]] += values[k] * values[k];
    }
    double length = 0;
    for (int b = 0; b < Grams.BLOCKS; b++) {
      length += squares[b] > 0 ? WEIGHTS[b] * WEIGHTS[b] : 0;
    }
    for (int k = 0; k < values.length; k++) {
      values[k] *= WEIGHTS[blocks[k]] / Math.sqrt(squares[blocks[k]] * length);
    }
    return new Vector(dimensions, values);
  }
}
