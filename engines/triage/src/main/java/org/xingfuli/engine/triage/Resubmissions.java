package org.xingfuli.engine.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Finds the same text sent again, perhaps slightly changed: MinHash over runs of three characters (Broder 1997), looked up by bands
 * (locality-sensitive hashing). Of texts in other words it finds next to nothing; that is {@link SameMatter}'s work. The hash
 * functions are drawn from one fixed seed, so the answer depends on the texts alone.
 *
 * <p>Grows text by text and forgets the oldest beyond its bound; a text takes 4 kB, measured on 20,000 of 400 characters. Not for several threads at once.
 */
public final class Resubmissions {

  /** Share of the three-character runs of both that stand in both, from which on two texts are the same. */
  public static final double SAME = 0.8;

  /** Texts held unless the caller says otherwise: about 200 MB. */
  public static final int BOUND = 50_000;

  /** The estimate's standard error is at most 0.5 / √128 = 0.044; at 0.8 it is 0.035. */
  private static final int HASHES = 128;

  private static final int RUN = 3;
  private static final long SEED = 20_260_301L;

  private final double least;
  private final int bound;
  private final int rows;
  private final long[] mixers = new Random(SEED).longs(HASHES).toArray();
  private final Map<String, Text> texts = new LinkedHashMap<>();
  private final Map<Long, List<Text>> buckets = new HashMap<>();

  /**
   * An earlier text.
   *
   * @param estimate of the Jaccard similarity of the three-character runs, from 0 to 1
   */
  public record Earlier(String id, double estimate, @Nullable Instant at) {}

  /** By identity: one text is held once. */
  private static final class Text {
    private final String id;
    private final int[] signature;
    private final @Nullable Instant at;

    Text(String id, int[] signature, @Nullable Instant at) {
      this.id = id;
      this.signature = signature;
      this.at = at;
    }
  }

  public Resubmissions() {
    this(SAME, BOUND);
  }

  /**
   * @param least similarity from which on a text is found, in (0, 1]
   * @param bound texts held; the oldest added leave first
   */
  public Resubmissions(double least, int bound) {
    if (!(least > 0 && least <= 1)) {
      throw new Refused(Refusal.of("triage.likeness", Map.of("value", least)));
    }
    this.least = least;
    this.bound = Math.max(1, bound);
    // Of texts at the limit nearly all share a band: 1 − (1 − s^rows)^(128/rows) is 0.9999 for s = 0.8, rows = 4, and 0.998 for 0.3, 2.
    rows = least >= 0.6 ? 4 : 2;
  }

  /** Adds a text, or puts it in the place of the one with its id; a text without any letter or digit is never found. */
  public void add(String id, String text, @Nullable Instant at) {
    remove(id);
    if (texts.size() >= bound) {
      remove(texts.keySet().iterator().next());
    }
    Text added = new Text(id, signature(text), at);
    texts.put(id, added);
    for (long band : bands(added.signature)) {
      buckets.computeIfAbsent(band, b -> new ArrayList<>(1)).add(added);
    }
  }

  /** Forgets a text; unknown ids are ignored. */
  public void remove(String id) {
    Text gone = texts.remove(id);
    if (gone != null) {
      for (long band : bands(gone.signature)) {
        buckets.computeIfPresent(band, (b, held) -> {
          held.remove(gone);
          return held.isEmpty() ? null : held;
        });
      }
    }
  }

  public int size() {
    return texts.size();
  }

  /** Earlier texts at or above the limit, the likest first, then the earliest. */
  public List<Earlier> find(String text) {
    int[] signature = signature(text);
    Set<Text> seen = new HashSet<>();
    List<Earlier> found = new ArrayList<>();
    for (long band : bands(signature)) {
      for (Text other : buckets.getOrDefault(band, List.of())) {
        double estimate = seen.add(other) ? estimate(signature, other.signature) : 0;
        if (estimate >= least) {
          found.add(new Earlier(other.id, estimate, other.at));
        }
      }
    }
    found.sort(Comparator.comparingDouble((Earlier e) -> -e.estimate)
        .thenComparing(Earlier::at, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Earlier::id));
    return found;
  }

  /** Estimate of the Jaccard similarity of two texts' three-character runs. */
  public double likeness(String one, String other) {
    return estimate(signature(one), signature(other));
  }

  private static double estimate(int[] one, int[] other) {
    if (one.length == 0 || other.length == 0) {
      return 0;
    }
    int same = 0;
    for (int h = 0; h < HASHES; h++) {
      same += one[h] == other[h] ? 1 : 0;
    }
    return (double) same / HASHES;
  }

  /** Empty for a text without runs. */
  private int[] signature(String text) {
    Set<Long> runs = runs(text);
    if (runs.isEmpty()) {
      return new int[0];
    }
    int[] signature = new int[HASHES];
    for (int h = 0; h < HASHES; h++) {
      long least64 = Long.MAX_VALUE;
      for (long run : runs) {
        least64 = Math.min(least64, LongIndex.mixed(run ^ mixers[h]) >>> 1);
      }
      signature[h] = (int) (least64 >>> 31 ^ least64);
    }
    return signature;
  }

  /** Runs of three letters or digits, punctuation and white space left out; of a shorter text the whole is one. */
  static Set<Long> runs(String text) {
    String plain = new Plain(text).toString().replace(String.valueOf(Plain.MARK), "");
    Set<Long> runs = new HashSet<>();
    for (int i = 0; i + RUN <= plain.length(); i++) {
      runs.add((long) plain.charAt(i) << 32 | (long) plain.charAt(i + 1) << 16 | plain.charAt(i + 2));
    }
    if (runs.isEmpty() && !plain.isEmpty()) {
      runs.add((long) plain.hashCode());
    }
    return runs;
  }

  private long[] bands(int[] signature) {
    long[] bands = new long[signature.length / rows];
    for (int b = 0; b < bands.length; b++) {
      long band = b;
      for (int r = 0; r < rows; r++) {
        band = LongIndex.mixed(band * 31 + signature[b * rows + r]);
      }
      bands[b] = band;
    }
    return bands;
  }
}
