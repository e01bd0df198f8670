package org.xingfuli.engine.scheduling.risk;

/**
 * Random numbers that are looked up and not drawn one after the other: a number belongs to (seed, replication, source,
 * entity). So a what-if with more crews meets the same weather (common random numbers), an added activity shifts nobody
 * else's luck, and threads may ask in any order.
 */
final class Draws {

  /** Every source of chance has a stream of its own. */
  enum Source { RAIN, RAIN_FORCE, ACTIVITY, TRADE, PROJECT, SIGNATURE, SIGNATURE_DAYS }

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 1.0 / (1L << 53);

  private Draws() {}

  /** The stream of a source in a replication; {@link #of} takes it and an entity. */
  static long stream(long seed, long replication, Source source) {
    return mix(mix(seed + GOLDEN * (source.ordinal() + 1)) + GOLDEN * (replication + 1));
  }

  /** @param entity any number that names the entity, well mixed ({@link #entity}) */
  static long of(long stream, long entity) {
    return mix(stream ^ entity);
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  static double unit(long bits) {
    return (bits >>> 11) * UNIT;
  }

  static long entity(long name) {
    return mix(name * GOLDEN + GOLDEN);
  }

  static long entity(String name) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  /** Stafford's variant 13 of the finaliser of MurmurHash3, as in SplittableRandom. */
  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
