package org.xingfuli.engine.scheduling;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  private final Network network;
  private final int size;
  private final Mirror ahead;
  private final Mirror back;
  private final FreeCrews crews;
  private final int[] latestFinish;
  private final double[] work;
  private final SplittableRandom random;
  private final int bound;
  private final BooleanSupplier enough;
  private final Consumer<Timetable> better;

  /** The order of the best so far, or what the search begins with: the next population's first member. */
  private int @Nullable [] elder;
  private long schedules;
  private long allowed;
  private int reached = Integer.MAX_VALUE;
  private boolean stopped;

  /** A schedule from its own side, and its order by finish: turned round, the order in which the other side places. */
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
      return compare(this, other) < 0;
    }

    static int compare(Member x, Member y) {
      return x.makespan != y.makespan ? Integer.compare(x.makespan, y.makespan) : Long.compare(x.spread, y.spread);
    }
  }

  // Work arrays, so that a child allocates nothing but itself.
  private final int[] base;
  private final int[] key;
  private final boolean[] taken;
  private int[] counts = new int[1024];

  /**
   * @param bound a makespan that ends the search, since none is shorter
   * @param start a timetable to begin with, or null
   * @param enough asked now and then; true ends the search, as an interrupt does
   * @param better hears of every timetable shorter than all before
   */
  TwoSidedPopulation(Network network, long seed, int bound, @Nullable Timetable start, BooleanSupplier enough,
      Consumer<Timetable> better) {
    this.network = network;
    this.size = network.size();
    this.bound = bound;
    this.enough = enough;
    this.better = better;
    elder = start == null ? null : order(start);
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

  /** By start; of those that start together a predecessor, which then takes no time, comes first. */
  private int[] order(Timetable timetable) {
    long[] packed = new long[size];
    for (int place = 0; place < size; place++) {
      packed[place] = (long) timetable.start(network.topological[place]) << 32 | place;
    }
    Arrays.sort(packed);
    int[] order = new int[size];
    Arrays.setAll(order, k -> network.topological[(int) packed[k]]);
    return order;
  }

  /** Schedules made so far. */
  long schedules() {
    return schedules;
  }

  /** Whether the work allowed is done, nothing better is possible, or the caller has enough. */
  private boolean over() {
    stopped |= reached <= bound
        || (schedules & 63) == 1 && (enough.getAsBoolean() || Thread.currentThread().isInterrupted());
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
   */
  void evolve(int members, long share) {
    allowed = schedules + share;
    Member[] standing = first(members);
    Member @Nullable [] opposite = null;
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
      if (opposite != null) {
        keepBest(opposite, children);
      }
      opposite = standing;
      standing = children;
      forward = !forward;
    }
  }

  // ---------------------------------------------------------------- the first members

  /** The elder and samples, the best of three for a place, each justified both ways. */
  private Member[] first(int members) {
    Member[] first = new Member[members];
    int[] begun = elder;
    for (int k = 0; k < SAMPLES_A_PLACE * members && !over(); k++) {
      Member made = justified(k == 0 && begun != null ? begun : sample());
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
    Member right = decoded(reversed(left.order), false);
    return decoded(reversed(right.order), true);
  }

  /** In a work array: to be decoded at once. */
  private int[] reversed(int[] order) {
    for (int k = 0; k < size; k++) {
      base[k] = order[size - 1 - k];
    }
    return base;
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
    return decoded(reversed(order), !forward);
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
    Member[] best = going.clone();
    Arrays.sort(best, Member::compare);
    Integer[] worst = new Integer[coming.length];
    Arrays.setAll(worst, k -> k);
    Arrays.sort(worst, (x, y) -> Member.compare(coming[y], coming[x]));
    for (int k = 0; k < Math.min(KEPT, coming.length); k++) {
      if (best[k].better(coming[worst[k]])) {
        coming[worst[k]] = best[k];
      }
    }
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
      elder = forward ? made.order : reversed(made.order).clone();
      better.accept(timetable(made, forward));
    }
    return made;
  }

  private Timetable timetable(Member made, boolean forward) {
    int[] start = new int[size];
    int[] finish = new int[size];
    for (int i = 0; i < size; i++) {
      start[i] = forward ? made.start[i] : made.makespan - made.start[i] - network.duration[i];
      finish[i] = start[i] + network.duration[i];
    }
    return Timetable.owning(start, finish);
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
