package org.xingfuli.kernel;

import java.util.stream.LongStream;

/**
 * The seeds of all randomised tests: 1 to {@code -Dxingfuli.seeds} (default 200), or the one given by
 * {@code -Dxingfuli.seed} to see a failure again.
 */
public final class Seeds {

  private Seeds() {}

  public static LongStream stream() {
    var one = Long.getLong("xingfuli.seed");
    return one == null ? LongStream.rangeClosed(1, Integer.getInteger("xingfuli.seeds", 200)) : LongStream.of(one);
  }
}
