package org.xingfuli.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Draws test cases; the same seed draws the same case on every machine. */
public final class Dice {

  private final Random random;

  public Dice(long seed) {
    // Small neighbouring seeds of Random begin alike: spread them.
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return (int) random.nextLong(low, high + 1L);
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  public long between(long low, long high) {
    return random.nextLong(low, Math.addExact(high, 1));
  }

  /** True in about one of so many draws. */
  public boolean oneIn(int draws) {
    return random.nextInt(draws) == 0;
  }

  /** True in about that share of draws, in hundredths. */
  public boolean percent(int share) {
    return random.nextInt(100) < share;
  }

  /** A date from {@code first} to {@code last}, both included. */
  public LocalDate date(LocalDate first, LocalDate last) {
    return LocalDate.ofEpochDay(between(first.toEpochDay(), last.toEpochDay()));
  }

  public <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  public <T extends Enum<T>> T pick(Class<T> type) {
    return pick(List.of(type.getEnumConstants()));
  }

  /** The same items in another order. */
  public <T> List<T> shuffled(List<T> items) {
    var copy = new ArrayList<>(items);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** From {@code low} to {@code high} items, each drawn anew. */
  public <T> List<T> listOf(int low, int high, Supplier<T> item) {
    var items = new ArrayList<T>();
    for (int n = between(low, high); n > 0; n--) {
      items.add(item.get());
    }
    return items;
  }

  /** A word of common Chinese characters. */
  public String chinese(int length) {
    var word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.appendCodePoint(between(0x4E00, 0x9FA5));
    }
    return word.toString();
  }
}
