package org.xingfuli.engine.scheduling;

import java.util.Arrays;

/** Dates no timetable can beat. */
public final class LowerBounds {

  /** Above this many tasks the load bound looks at all tasks only, not at every pair of head and tail. */
  private static final int PAIRS = 400;

  private LowerBounds() {}

  /** Makespan by links, calendars and, for every crew, the work that must be done between heads and tails. */
  public static int makespan(Network network) {
    return makespan(network, ForwardPass.of(network));
  }

  /** Likewise, the earliest dates already known. */
  public static int makespan(Network network, Timetable earliest) {
    int path = earliest.makespan();
    Timetable latest = BackwardPass.of(network, BackwardPass.sameEnd(network, path));
    int bound = path;
    for (int c = 0; c < network.crews().size(); c++) {
      bound = Math.max(bound, load(network, c, earliest, latest, path));
    }
    return bound;
  }

  /**
   * Tasks that cannot start before {@code a} nor finish less than {@code b} before the end need {@code a}, then all their
   * work, then {@code b}.
   */
  private static int load(Network network, int crew, Timetable earliest, Timetable latest, int path) {
    int[] holders = holders(network, crew);
    if (holders.length == 0) {
      return 0;
    }
    boolean pairs = network.size() <= PAIRS && everyPeriod(network, holders);
    if (!pairs) {
      return until(network.crews().get(crew), 0, work(network, crew, holders), network.horizon());
    }
    Integer[] byTail = Arrays.stream(holders).boxed()
        .sorted((x, y) -> Integer.compare(tail(latest, path, y), tail(latest, path, x))).toArray(Integer[]::new);
    int bound = 0;
    for (int head : Arrays.stream(holders).map(earliest::start).sorted().distinct().toArray()) {
      long work = 0;
      for (int i : byTail) {
        if (earliest.start(i) >= head) {
          work += (long) network.duration[i] * number(network, i, crew);
          int done = until(network.crews().get(crew), head, work, network.horizon());
          bound = Math.max(bound, done + Math.max(0, tail(latest, path, i)));
        }
      }
    }
    return bound;
  }

  private static long work(Network network, int crew, int[] holders) {
    long work = 0;
    for (int i : holders) {
      work += (long) network.duration[i] * number(network, i, crew);
    }
    return work;
  }

  /** First period by which the crew can have done so much work from {@code from} on. */
  private static int until(Crew crew, int from, long work, int horizon) {
    if (crew.profile().size() == 1 && crew.profile().get(0).from() <= from) {
      int capacity = crew.profile().get(0).capacity();
      return from + (int) ((work + capacity - 1) / capacity);
    }
    long left = work;
    int t = from;
    while (left > 0 && t < horizon) {
      left -= crew.capacityAt(t++);
    }
    return t;
  }

  private static int tail(Timetable latest, int path, int i) {
    return path - latest.finish(i);
  }

  private static int number(Network network, int i, int crew) {
    for (int k = network.demandsFrom[i]; k < network.demandsFrom[i + 1]; k++) {
      if (network.demandCrew[k] == crew) {
        return network.demandNumber[k];
      }
    }
    return 0;
  }

  private static int[] holders(Network network, int crew) {
    int[] found = new int[16];
    int count = 0;
    for (int i = 0; i < network.size(); i++) {
      if (network.duration[i] > 0 && number(network, i, crew) > 0) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean everyPeriod(Network network, int[] tasks) {
    return Arrays.stream(tasks).allMatch(i -> network.calendar[i].isEveryPeriod());
  }
}
