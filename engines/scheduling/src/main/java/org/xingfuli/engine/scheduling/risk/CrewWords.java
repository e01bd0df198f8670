package org.xingfuli.engine.scheduling.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Task;

/**
 * Free units of all crews by period, several crews in a word: each has a field as wide as its largest number and a guard bit
 * above it, so that one subtraction asks all crews of a word at once. Crews may change size; nothing is ever given back.
 */
final class CrewWords {

  private final int horizon;
  private final int floor;
  private final int[] word;
  private final int[] shift;
  private final int[] width;
  final long[] guard;
  /** Free from the data date on when nothing is booked. */
  private final long[][] all;
  final long[][] free;

  /** Asked of word by task i: entries {@code from[i]} until {@code from[i + 1]}; equal ones of all tasks share a pattern. */
  final int[] from;
  final int[] asksWord;
  final long[] asks;
  final int[] pattern;
  /** First period of each pattern that may have enough left; grows during a replication. */
  final int[] first;

  CrewWords(Network network, int floor) {
    this.horizon = network.horizon();
    this.floor = floor;
    int crews = network.crews().size();
    word = new int[crews];
    shift = new int[crews];
    width = new int[crews];
    for (int c = 0; c < crews; c++) {
      width[c] = Long.SIZE - Long.numberOfLeadingZeros(largest(network, c)) + 1;
    }
    guard = packed();
    all = new long[guard.length][];
    free = new long[guard.length][horizon];
    for (int w = 0; w < guard.length; w++) {
      all[w] = new long[horizon];
      Arrays.fill(all[w], guard[w]);
    }
    for (int c = 0; c < crews; c++) {
      for (int t = floor; t < horizon; t++) {
        all[word[c]][t] |= (long) network.crews().get(c).capacityAt(t) << shift[c];
      }
    }
    from = new int[network.size() + 1];
    List<long[]> found = new ArrayList<>();
    Map<List<Long>, Integer> patterns = new HashMap<>();
    List<Integer> patternOf = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      from[i] = found.size();
      for (long[] ask : asked(network.task(i))) {
        found.add(ask);
        patternOf.add(patterns.computeIfAbsent(List.of(ask[0], ask[1]), key -> patterns.size()));
      }
    }
    from[network.size()] = found.size();
    asksWord = found.stream().mapToInt(ask -> (int) ask[0]).toArray();
    asks = found.stream().mapToLong(ask -> ask[1]).toArray();
    pattern = patternOf.stream().mapToInt(Integer::intValue).toArray();
    first = new int[patterns.size()];
  }

  private static long largest(Network network, int crew) {
    long largest = 1;
    for (Crew.Step step : network.crews().get(crew).profile()) {
      largest = Math.max(largest, step.capacity());
    }
    for (Task task : network.tasks()) {
      for (Demand demand : task.demands()) {
        largest = demand.crew() == crew ? Math.max(largest, demand.number()) : largest;
      }
    }
    return largest;
  }

  /** Puts crews into words in their order; returns the guard bits. */
  private long[] packed() {
    List<Long> guards = new ArrayList<>();
    int used = Long.SIZE;
    for (int c = 0; c < word.length; c++) {
      if (used + width[c] > Long.SIZE) {
        guards.add(0L);
        used = 0;
      }
      word[c] = guards.size() - 1;
      shift[c] = used;
      used += width[c];
      guards.set(word[c], guards.get(word[c]) | 1L << (used - 1));
    }
    return guards.stream().mapToLong(Long::longValue).toArray();
  }

  /** What a task asks, as pairs of word and units. */
  private List<long[]> asked(Task task) {
    List<long[]> asked = new ArrayList<>();
    for (Demand demand : task.demands()) {
      long units = (long) demand.number() << shift[demand.crew()];
      asked.stream().filter(ask -> ask[0] == word[demand.crew()]).findFirst()
          .ifPresentOrElse(ask -> ask[1] |= units, () -> asked.add(new long[] {word[demand.crew()], units}));
    }
    return asked;
  }

  /** Everybody is free again. */
  void clear() {
    for (int w = 0; w < free.length; w++) {
      System.arraycopy(all[w], floor, free[w], floor, horizon - floor);
    }
    Arrays.fill(first, floor);
  }

  /** What really happens may hold more than there is; then nobody is free, which is the same as less than none. */
  void bookFact(Task task, int period) {
    for (Demand demand : task.demands()) {
      int c = demand.crew();
      long field = (1L << (width[c] - 1)) - 1;
      long left = free[word[c]][period] >>> shift[c] & field;
      free[word[c]][period] -= Math.min(left, demand.number()) << shift[c];
    }
  }

  /** First period from which on a pattern may find enough, the horizon when there is none. */
  int first(int k) {
    long[] left = free[asksWord[k]];
    long ask = asks[k];
    long mask = guard[asksWord[k]];
    int t = first[pattern[k]];
    while (t < horizon && (left[t] - ask & mask) != mask) {
      t++;
    }
    first[pattern[k]] = t;
    return t;
  }
}
