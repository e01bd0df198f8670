package org.xingfuli.drills.year;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Every chance of a year. What is drawn depends on the seed and on what is asked about, never on what was asked before: two
 * runs that look at the district in another order still see the same year.
 */
record Chance(long seed) {

  /** Between 0 and 1, always the same for the same topic. */
  double of(Object... topic) {
    return random(topic).nextDouble();
  }

  /** Whether something of that probability happens. */
  boolean happens(double probability, Object... topic) {
    return of(topic) < probability;
  }

  double between(double low, double high, Object... topic) {
    return low + (high - low) * of(topic);
  }

  /** Between the two, both included. */
  int whole(int low, int high, Object... topic) {
    return random(topic).nextInt(low, high + 1);
  }

  <T> T oneOf(List<T> choices, Object... topic) {
    return choices.get(random(topic).nextInt(choices.size()));
  }

  /** The id a client gives a request about the topic. */
  UUID id(Object... topic) {
    return UUID.nameUUIDFromBytes((seed + text(topic)).getBytes(StandardCharsets.UTF_8));
  }

  private SplittableRandom random(Object... topic) {
    var hash = 0xcbf29ce484222325L ^ seed;
    for (var b : text(topic).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x100000001b3L;
    }
    return new SplittableRandom(hash);
  }

  private static String text(Object... topic) {
    var text = new StringBuilder();
    for (var part : topic) {
      text.append('/').append(part);
    }
    return text.toString();
  }
}
