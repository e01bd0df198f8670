package org.xingfuli.engine.scheduling;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * A population of schedules that is turned round in every generation: children of schedules that begin as early as they can
 * are decoded from the end, and their children from the beginning again, so that every decoding also justifies. One child
 * costs one schedule. Children take a dense stretch of their father's order and the rest of their mother's.
 *
 * <p>After Debels and Vanhoucke's bi-population (2007) and Valls, Ballestín and Quintanilla's peaks (2008); the choice of
 * the stretch, the selection and the figures are measured on PSPLIB j120, see {@code benchmark/README.md}.
 */
final class TwoSidedPopulation {

  private static final int TOURNAMENT = 3;
  private static final int STRETCHES = 4;
  private static final double SHORTEST = 0.35;
  private static final double LONGEST = 0.55;
  private static final double SWAPS = 0.03;
  private static final double REGRET = 0.8;
  private static final int SAMPLES_A_PLACE = 3;
  private static final int KEPT = 2;

  /** What a search is asked: how many schedules in all, and when to stop early. */
  private final BooleanSupplier enough;
  private final Network network;
  private final int size;
  private final Mirror ahead;
  private final Mirror back;
  private final FreeCrews crews;
  private final int[] latestFinish;
  private final double[] work;
  private final SplittableRandom random;
  private final int bound;
  private final Best best;

  private long schedules;
  private long allowed;
  private int reached = Integer.MAX_VALUE;
  private boolean stopped;

  /** Where the best schedule goes, at any moment. */
  interface Best {
    /** A schedule of this makespan was found; starts from the beginning, or from the end backward. */
    void found(int makespan, int[] start, boolean forward);
  }

  /** A schedule and its order: by start in the forward direction, in which its children are not decoded; and likewise backward. */
  private static final class Member {
    final int[] start;
    final int[] order;
    int makespan;
    long spread;

    Member(int size) {
      start = new int[size];
      order = new int[size];
    }

    boolean better(Member other) {
      return makespan < other.makespan || makespan == other.makespan && spread < other.spread;
    }
  }

  // Work arrays, so that a child allocates nothing but itself.
  private final int[] base;
  private final int[] key;
  private final boolean[] taken;
  private int[] counts = new int[1024];

  TwoSidedPopulation(Network network, long seed, int bound, Best best, BooleanSupplier enough) {
    this.network = network;
    this.size = network.size();
    this.best = best;
    this.bound = bound;
    this.enough = enough;
    ahead = Mirror.forward(network);
    back = Mirror.backward(network);
    crews = new FreeCrews(network);
    random = new SplittableRandom(seed);
    Timetable earliest = ForwardPass.of(network);
    latestFinish = BackwardPass.of(network, BackwardPass.sameEnd(network, earliest.makespan())).finishes();
    work = work(network);
    base = new int[size];
    key = new int[size];
    taken = new boolean[size];
  }

  /** Share of each crew a task takes times its duration, summed over the crews. */
  private static double[] work(Network network) {
    double[] work = new double[network.size()];
    for (int i = 0; i < work.length; i++) {
      for (int k = network.demandsFrom[i]; k < network.demandsFrom[i + 1]; k++) {
        int capacity = network.crews().get(network.demandCrew[k]).capacityAt(0);
        work[i] += (double) network.duration[i] * network.demandNumber[k] / Math.max(1, capacity);
      }
    }
    return work;
  }

  /** Schedules made so far. */
  long schedules() {
    return schedules;
  }

  /** Whether the work allowed is done, nothing better is possible, or the caller has enough. */
  private boolean over() {
    stopped |= reached <= bound || (schedules & 63) == 1 && enough.getAsBoolean();
    return stopped || schedules >= allowed;
  }

  /** Whether nothing better is possible, or the caller has enough. */
  boolean stopped() {
    return stopped;
  }

  /**
   * One population from its first members to the end of its share of the work.
   *
   * @param members how many; few converge sooner
   * @param share schedules it may make
   * @param elders orders to begin with besides the samples, each by start in the forward direction
   */
  void evolve(int members, long share, int[][] elders) {
    allowed = schedules + share;
    Member[] standing = first(members, elders);
    Member[] opposite = new Member[members];
    boolean forward = true;
    // Cut short, there are places without a member; over() is true then and stays so.
    while (!over()) {
      Member[] children = new Member[members];
      for (int k = 0; k < members; k++) {
        if (over()) {
          return;
        }
        Member other = tournament(standing);
        boolean mother = random.nextBoolean();
        children[k] = child(mother ? standing[k] : other, mother ? other : standing[k], forward);
      }
      keepBest(opposite, children);
      opposite = standing;
      standing = children;
      forward = !forward;
    }
  }

  // ---------------------------------------------------------------- the first members

  /** The best of some samples for every place, each justified both ways. */
  private Member[] first(int members, int[][] elders) {
    Member[] first = new Member[members];
    int samples = Math.max(0, SAMPLES_A_PLACE * members - elders.length);
    for (int k = 0; k < elders.length + samples; k++) {
      int[] order = k < elders.length ? elders[k].clone() : sample();
      if (over()) {
        break;
      }
      Member made = justified(order);
      if (k < members) {
        first[k] = made;
        continue;
      }
      int worst = 0;
      for (int j = 1; j < members; j++) {
        if (first[worst].better(first[j])) {
          worst = j;
        }
      }
      if (made.better(first[worst])) {
        first[worst] = made;
      }
    }
    return first;
  }

  /** A random order that prefers what must finish early: regret-based sampling on the latest finish. */
  private int[] sample() {
    int[] waiting = new int[size];
    int[] ready = new int[size];
    int[] order = new int[size];
    double[] chance = new double[size];
    int count = 0;
    Arcs out = network.successors;
    for (int i = 0; i < size; i++) {
      waiting[i] = network.predecessors.count(i);
      if (waiting[i] == 0) {
        ready[count++] = i;
      }
    }
    for (int placed = 0; count > 0; placed++) {
      int last = Integer.MIN_VALUE;
      for (int k = 0; k < count; k++) {
        last = Math.max(last, latestFinish[ready[k]]);
      }
      double sum = 0;
      for (int k = 0; k < count; k++) {
        chance[k] = Math.pow(last - latestFinish[ready[k]] + 1.0, REGRET);
        sum += chance[k];
      }
      double drawn = random.nextDouble() * sum;
      int at = 0;
      while (at < count - 1 && (drawn -= chance[at]) > 0) {
        at++;
      }
      int i = ready[at];
      ready[at] = ready[--count];
      order[placed] = i;
      for (int k = out.from[i]; k < out.from[i + 1]; k++) {
        if (--waiting[out.task[k]] == 0) {
          ready[count++] = out.task[k];
        }
      }
    }
    return order;
  }

  /** Decoded from the beginning, then justified to the right and to the left: three schedules. */
  private Member justified(int[] order) {
    Member left = decoded(order, true);
    for (int k = 0; k < size; k++) {
      base[k] = left.order[size - 1 - k];
    }
    Member right = decoded(base.clone(), false);
    for (int k = 0; k < size; k++) {
      base[k] = right.order[size - 1 - k];
    }
    return decoded(base.clone(), true);
  }

  // ---------------------------------------------------------------- children

  private Member tournament(Member[] among) {
    Member best = among[random.nextInt(among.length)];
    for (int k = 1; k < TOURNAMENT; k++) {
      Member other = among[random.nextInt(among.length)];
      if (other.better(best)) {
        best = other;
      }
    }
    return best;
  }

  private Member child(Member mother, Member father, boolean forward) {
    int[] order = crossed(mother, father);
    swap(order, forward);
    for (int k = 0; k < size; k++) {
      base[k] = order[size - 1 - k];
    }
    return decoded(base, !forward);
  }

  /** The mother's beginning, a dense stretch as long as the father has it, and the rest as the mother has it. */
  private int[] crossed(Member mother, Member father) {
    int length = (int) (size * (SHORTEST + random.nextDouble() * (LONGEST - SHORTEST)));
    int from = stretch(father, length);
    int[] child = new int[size];
    Arrays.fill(taken, false);
    int filled = 0;
    for (; filled < from; filled++) {
      child[filled] = mother.order[filled];
      taken[child[filled]] = true;
    }
    for (int j = 0; filled < from + length; j++) {
      if (!taken[father.order[j]]) {
        child[filled++] = father.order[j];
        taken[father.order[j]] = true;
      }
    }
    for (int j = 0; filled < size; j++) {
      if (!taken[mother.order[j]]) {
        child[filled++] = mother.order[j];
      }
    }
    return child;
  }

  /** Of some stretches of this length the one in which the crews are busiest. */
  private int stretch(Member father, int length) {
    int densest = 0;
    double most = -1;
    for (int k = 0; k < STRETCHES; k++) {
      int from = random.nextInt(size - length + 1);
      double done = 0;
      int begin = Integer.MAX_VALUE;
      int end = 0;
      for (int at = from; at < from + length; at++) {
        int i = father.order[at];
        done += work[i];
        begin = Math.min(begin, father.start[i]);
        end = Math.max(end, father.start[i] + network.duration[i]);
      }
      double density = done / Math.max(1, end - begin);
      if (density > most) {
        most = density;
        densest = from;
      }
    }
    return densest;
  }

  /** Now and then two neighbours change places, unless one must come after the other. */
  private void swap(int[] order, boolean forward) {
    Mirror direction = forward ? ahead : back;
    for (int k = 0; k + 1 < size; k++) {
      if (random.nextDouble() < SWAPS && !direction.asks(order[k + 1], order[k])) {
        int i = order[k];
        order[k] = order[k + 1];
        order[k + 1] = i;
      }
    }
  }

  /** The best of the generation that goes take the places of the worst that come. */
  private static void keepBest(Member[] going, Member[] coming) {
    if (going[0] == null) {
      return;
    }
    Member[] best = going.clone();
    Arrays.sort(best, TwoSidedPopulation::compare);
    Integer[] worst = new Integer[coming.length];
    Arrays.setAll(worst, k -> k);
    Arrays.sort(worst, (x, y) -> compare(coming[y], coming[x]));
    for (int k = 0; k < Math.min(KEPT, coming.length); k++) {
      if (best[k].better(coming[worst[k]])) {
        coming[worst[k]] = best[k];
      }
    }
  }

  private static int compare(Member x, Member y) {
    return x.makespan != y.makespan ? Integer.compare(x.makespan, y.makespan) : Long.compare(x.spread, y.spread);
  }

  // ---------------------------------------------------------------- one schedule

  /** Places task by task as soon as its predecessors in this direction and its crews allow. */
  private Member decoded(int[] order, boolean forward) {
    Mirror direction = forward ? ahead : back;
    Member made = new Member(size);
    int[] start = made.start;
    int[] duration = network.duration;
    crews.clear();
    long spread = 0;
    int makespan = 0;
    for (int i : order) {
      int earliest = 0;
      for (int k = direction.from[i]; k < direction.from[i + 1]; k++) {
        earliest = Math.max(earliest, start[direction.before[k]] + direction.weight[k]);
      }
      int s = duration[i] == 0 ? earliest : crews.earliest(i, duration[i], earliest);
      start[i] = s;
      int finish = s + duration[i];
      if (finish > s) {
        crews.book(i, s, finish);
      }
      makespan = Math.max(makespan, finish);
      spread += s;
    }
    made.makespan = makespan;
    made.spread = spread;
    byFinish(order, made);
    schedules++;
    if (makespan < reached) {
      reached = makespan;
      best.found(makespan, start, forward);
    }
    return made;
  }

  /** Sorts by finish, so that the reverse is the order in which the other direction places; ties stay as they were placed. */
  private void byFinish(int[] placed, Member made) {
    int periods = made.makespan + 2;
    if (counts.length < periods) {
      counts = new int[Math.max(periods, 2 * counts.length)];
    }
    Arrays.fill(counts, 0, periods, 0);
    for (int i = 0; i < size; i++) {
      key[i] = made.start[i] + network.duration[i];
      counts[key[i] + 1]++;
    }
    for (int t = 1; t < periods; t++) {
      counts[t] += counts[t - 1];
    }
    for (int i : placed) {
      made.order[counts[key[i]]++] = i;
    }
  }
}
