package org.xingfuli.engine.scheduling.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * A network as CP-SAT sees it. A task is the working index of its start in its own calendar, so its length is fixed; its dates
 * are that index plus the gaps passed on the way, each gap one literal. A crew whose tasks share a calendar is a cumulative
 * over that calendar's working periods, which is what the crew is really held in; a crew with tasks of several calendars is
 * counted period by period. Tasks that may not move are constants: they take their crews' room and bind their neighbours.
 */
final class ExactModel {

  final CpModel model = new CpModel();

  private final Network network;
  private final Objective objective;
  private final BitSet free;
  private final @Nullable Timetable standing;
  private final Windows windows;
  private final Room room;
  private final int horizon;
  private final Map<Integer, IntVar> index = new HashMap<>();
  private final Map<Integer, LinearArgument> starts = new HashMap<>();
  private final Map<Integer, LinearArgument> finishes = new HashMap<>();
  private final Map<Long, Literal> reached = new HashMap<>();
  private final List<Hint> hints = new ArrayList<>();
  private final boolean impossible;
  private final long perLateness;
  /** Weight of a period of weighted lateness in the model's objective. */
  private long lateWeight = 1;
  private long leastHandOver;
  private long mostHandOver;
  private long leastLateness;
  private int leastMakespan;

  /** What a variable is in a given timetable. */
  private record Hint(IntVar variable, ToLongFunction<Timetable> value) {}

  /**
   * @param free the tasks that may move
   * @param standing where the others are; null when all are free
   * @param limits by task: what a free one must have finished by
   */
  ExactModel(Network network, Objective objective, BitSet free, @Nullable Timetable standing, int[] limits) {
    this.network = network;
    this.objective = objective;
    perLateness = objective instanceof Objective.NodesAndHandOver nodes ? nodes.perLateness() : 0;
    this.free = free;
    this.standing = standing;
    windows = new Windows(network, free, standing, limits);
    impossible = windows.empty();
    horizon = impossible ? 0 : free.stream().map(windows::latestFinish).max().orElse(0);
    room = Room.of(network, free, standing, horizon);
    if (!impossible) {
      free.stream().forEach(this::task);
      windows.links.forEach(this::link);
      for (int c = 0; c < network.crews().size(); c++) {
        crew(c);
      }
      makeSmall();
    }
  }

  /** Links, calendars and limits alone leave no dates. */
  boolean impossible() {
    return impossible;
  }

  private void task(int i) {
    Calendar calendar = windows.calendar(i);
    int from = calendar.index(windows.earliest[i]);
    index.put(i, variable(from, calendar.index(windows.latest[i]), "at" + i, t -> calendar.index(t.start(i))));
  }

  private IntVar variable(long from, long to, String name, ToLongFunction<Timetable> value) {
    IntVar variable = model.newIntVar(from, to, name);
    hints.add(new Hint(variable, value));
    return variable;
  }

  private IntVar at(int i) {
    IntVar variable = index.get(i);
    if (variable == null) {
      throw new IllegalStateException("task " + i + " may not move");
    }
    return variable;
  }

  private int duration(int i) {
    return network.task(i).duration();
  }

  // ---------------------------------------------------------------- dates

  private LinearArgument start(int i) {
    if (!free.get(i)) {
      return LinearExpr.constant(windows.earliest[i]);
    }
    return starts.computeIfAbsent(i, task -> period(task, 0));
  }

  private LinearArgument finish(int i) {
    if (!free.get(i)) {
      return LinearExpr.constant(windows.earliestFinish(i));
    }
    return finishes.computeIfAbsent(i, task -> duration(task) == 0
        ? start(task) : LinearExpr.affine(period(task, duration(task) - 1), 1, 1));
  }

  /** The period of the working index {@code shift} after the task's first. */
  private LinearArgument period(int i, int shift) {
    Calendar calendar = windows.calendar(i);
    IntVar at = at(i);
    int from = calendar.index(windows.earliest[i]) + shift;
    int to = calendar.index(windows.latest[i]) + shift;
    LinearExprBuilder period = LinearExpr.newBuilder().add(at).add(calendar.period(from) - from + (long) shift);
    boolean gaps = false;
    for (int k = from + 1; k <= to && !calendar.isEveryPeriod(); k++) {
      int gap = calendar.period(k) - calendar.period(k - 1) - 1;
      if (gap > 0) {
        gaps = true;
        period.addTerm(reached(i, k - shift), gap);
      }
    }
    if (!gaps) {
      return period.build();
    }
    IntVar date = variable(calendar.period(from), calendar.period(to), "date" + i,
        t -> calendar.period(calendar.index(t.start(i)) + shift));
    model.addEquality(date, period);
    for (int k = from + 1; k <= to; k++) {
      if (calendar.period(k) - calendar.period(k - 1) > 1) {
        model.addGreaterOrEqual(date, calendar.period(k)).onlyEnforceIf(reached(i, k - shift));
        model.addLessOrEqual(date, calendar.period(k - 1)).onlyEnforceIf(reached(i, k - shift).not());
      }
    }
    return date;
  }

  /** Whether the task starts at this working index or later. */
  private Literal reached(int i, int k) {
    Calendar calendar = windows.calendar(i);
    if (k <= calendar.index(windows.earliest[i])) {
      return model.trueLiteral();
    }
    if (k > calendar.index(windows.latest[i])) {
      return model.falseLiteral();
    }
    return reached.computeIfAbsent((long) i << 32 | k, key -> {
      BoolVar literal = model.newBoolVar("");
      model.addGreaterOrEqual(at(i), k).onlyEnforceIf(literal);
      model.addLessThan(at(i), k).onlyEnforceIf(literal.not());
      hints.add(new Hint(literal, t -> calendar.index(t.start(i)) >= k ? 1 : 0));
      return literal;
    });
  }

  // ---------------------------------------------------------------- links

  private void link(Link link) {
    int p = link.from();
    int q = link.to();
    boolean together = free.get(p) && free.get(q) && duration(p) > 0 && duration(q) > 0
        && windows.calendar(p) == windows.calendar(q);
    if (together && link.kind() == Link.Kind.FS
        && (link.lag() == 0 || link.lag() > 0 && !windows.calendar(p).isEveryPeriod())) {
      model.addGreaterOrEqual(at(q), LinearExpr.affine(at(p), 1, duration(p)));
      if (link.lag() == 0) {
        return;
      }
    }
    boolean fromFinish = link.kind() == Link.Kind.FS || link.kind() == Link.Kind.FF;
    boolean toStart = link.kind() == Link.Kind.FS || link.kind() == Link.Kind.SS;
    int earliest = toStart ? windows.earliest[q] : windows.earliestFinish(q);
    int latest = fromFinish ? windows.latestFinish(p) : windows.latest[p];
    if (earliest >= latest + link.lag()) {
      return;
    }
    LinearArgument before = fromFinish ? finish(p) : start(p);
    LinearArgument after = toStart ? start(q) : finish(q);
    model.addGreaterOrEqual(after, LinearExpr.affine(before, 1, link.lag()));
  }

  // ---------------------------------------------------------------- crews

  private record Use(int task, int number) {}

  private void crew(int c) {
    List<Use> uses = new ArrayList<>();
    free.stream().filter(i -> duration(i) > 0).forEach(i -> {
      for (Demand demand : network.task(i).demands()) {
        if (demand.crew() == c) {
          uses.add(new Use(i, demand.number()));
        }
      }
    });
    if (uses.isEmpty()) {
      return;
    }
    Calendar calendar = windows.calendar(uses.getFirst().task());
    if (uses.stream().allMatch(use -> same(windows.calendar(use.task()), calendar))) {
      cumulative(c, uses, calendar);
    } else {
      periodByPeriod(c, uses);
    }
  }

  private static boolean same(Calendar one, Calendar other) {
    return one == other || one.isEveryPeriod() && other.isEveryPeriod();
  }

  private void cumulative(int c, List<Use> uses, Calendar calendar) {
    int from = uses.stream().mapToInt(u -> calendar.index(windows.earliest[u.task()])).min().orElseThrow();
    int to = uses.stream().mapToInt(u -> calendar.index(windows.latestFinish(u.task()))).max().orElseThrow();
    int most = 0;
    for (int k = from; k < to; k++) {
      most = Math.max(most, room.left(c, calendar.period(k)));
    }
    long sum = uses.stream().mapToLong(Use::number).sum();
    boolean always = true;
    for (int k = from; k < to; k++) {
      always &= room.left(c, calendar.period(k)) >= sum;
    }
    if (always) {
      return;
    }
    var cumulative = model.addCumulative(most);
    for (Use use : uses) {
      cumulative.addDemand(model.newFixedSizeIntervalVar(at(use.task()), duration(use.task()), "run" + use.task()), use.number());
    }
    int k = from;
    while (k < to) {
      int begin = k;
      int left = Math.max(0, room.left(c, calendar.period(k)));
      while (k < to && Math.max(0, room.left(c, calendar.period(k))) == left) {
        k++;
      }
      if (left < most) {
        cumulative.addDemand(model.newFixedInterval(begin, k - begin, "taken"), (long) most - left);
      }
    }
  }

  private void periodByPeriod(int c, List<Use> uses) {
    for (int t = 0; t < horizon; t++) {
      LinearExprBuilder held = LinearExpr.newBuilder();
      long most = 0;
      for (Use use : uses) {
        int i = use.task();
        Calendar calendar = windows.calendar(i);
        if (calendar.works(t) && windows.earliest[i] <= t && t < windows.latestFinish(i)) {
          // It works in t when it began at most its duration before and not after.
          held.addTerm(reached(i, calendar.index(t) - duration(i) + 1), use.number());
          held.addTerm(reached(i, calendar.index(t) + 1), -use.number());
          most += use.number();
        }
      }
      int left = Math.max(0, room.left(c, t));
      if (most > left) {
        model.addLessOrEqual(held, left);
      }
    }
  }

  // ---------------------------------------------------------------- what is made small

  private void makeSmall() {
    if (objective == Objective.MAKESPAN) {
      int earliest = standing == null ? 0 : standingMakespan();
      leastMakespan = Math.max(earliest, free.stream().map(windows::earliestFinish).max().orElse(0));
      IntVar last = variable(leastMakespan, Math.max(earliest, horizon), "makespan", Timetable::makespan);
      free.stream().filter(i -> last(i, false)).forEach(i -> model.addGreaterOrEqual(last, finish(i)));
      model.minimize(last);
      return;
    }
    LinearExprBuilder handOver = handOver();
    // No more than makes lateness come first: large weights blur the solver's own arithmetic.
    lateWeight = Math.min(perLateness, mostHandOver - leastHandOver + 1);
    LinearExprBuilder cost = LinearExpr.newBuilder().add(handOver.build());
    network.nodes().forEach(node -> {
      if (node.weight() > 0) {
        cost.addTerm(lateness(node.task(), node.due()), lateWeight * node.weight());
        leastLateness += (long) node.weight() * Math.max(0, windows.earliestFinish(node.task()) - node.due());
      }
    });
    model.minimize(cost);
  }

  private int standingMakespan() {
    int last = 0;
    for (int i = free.nextClearBit(0); i < network.size(); i = free.nextClearBit(i + 1)) {
      last = Math.max(last, windows.earliestFinish(i));
    }
    return last;
  }

  /** Whether no successor (of its project) surely finishes later. */
  private boolean last(int i, boolean inProject) {
    return windows.links.stream().noneMatch(link -> link.from() == i && link.lag() >= 0
        && (link.kind() == Link.Kind.FS || link.kind() == Link.Kind.FF)
        && (!inProject || network.task(link.to()).project() == network.task(i).project()));
  }

  private LinearExprBuilder handOver() {
    int[] stands = new int[network.projects()];
    List<List<Integer>> moving = new ArrayList<>();
    for (int p = 0; p < stands.length; p++) {
      moving.add(new ArrayList<>());
    }
    for (int i = 0; i < network.size(); i++) {
      int p = network.task(i).project();
      if (!free.get(i)) {
        stands[p] = Math.max(stands[p], windows.earliestFinish(i));
      } else if (last(i, true)) {
        moving.get(p).add(i);
      }
    }
    LinearExprBuilder sum = LinearExpr.newBuilder();
    for (int p = 0; p < stands.length; p++) {
      sum.add(projectEnd(p, stands[p], moving.get(p)));
    }
    return sum;
  }

  private LinearArgument projectEnd(int p, int stands, List<Integer> moving) {
    int earliest = Math.max(stands, moving.stream().mapToInt(windows::earliestFinish).max().orElse(0));
    int latest = Math.max(stands, moving.stream().mapToInt(windows::latestFinish).max().orElse(0));
    leastHandOver += earliest;
    mostHandOver += latest;
    if (earliest == latest) {
      return LinearExpr.constant(earliest);
    }
    if (moving.size() == 1 && stands <= windows.earliestFinish(moving.getFirst())) {
      return finish(moving.getFirst());
    }
    IntVar end = variable(earliest, latest, "end" + p, t -> endOf(t, p));
    moving.forEach(i -> model.addGreaterOrEqual(end, finish(i)));
    return end;
  }

  private long endOf(Timetable timetable, int p) {
    int last = 0;
    for (int i = 0; i < network.size(); i++) {
      last = network.task(i).project() == p ? Math.max(last, timetable.finish(i)) : last;
    }
    return last;
  }

  private LinearArgument lateness(int task, int due) {
    int earliest = Math.max(0, windows.earliestFinish(task) - due);
    int latest = Math.max(0, windows.latestFinish(task) - due);
    if (earliest == latest) {
      return LinearExpr.constant(earliest);
    }
    if (windows.earliestFinish(task) >= due) {
      return LinearExpr.affine(finish(task), 1, -due);
    }
    IntVar late = variable(earliest, latest, "late" + task, t -> Math.max(0, t.finish(task) - due));
    model.addGreaterOrEqual(late, LinearExpr.affine(finish(task), 1, -due));
    return late;
  }

  // ---------------------------------------------------------------- there and back

  /** Tells CP-SAT where to begin. */
  void hint(Timetable timetable) {
    model.clearHints();
    hints.forEach(hint -> model.addHint(hint.variable(), hint.value().applyAsLong(timetable)));
  }

  Timetable timetable(ToLongFunction<LinearArgument> value) {
    int[] start = new int[network.size()];
    int[] finish = new int[network.size()];
    for (int i = 0; i < network.size(); i++) {
      Calendar calendar = windows.calendar(i);
      start[i] = free.get(i) ? calendar.period((int) value.applyAsLong(at(i))) : windows.earliest[i];
      // One that stands may have taken longer than was planned.
      finish[i] = free.get(i) ? calendar.finish(start[i], duration(i)) : windows.earliestFinish(i);
    }
    return Timetable.of(start, finish);
  }

  /** What links, calendars and limits alone make it cost. */
  long leastCost() {
    return objective == Objective.MAKESPAN ? leastMakespan : leastLateness * perLateness + leastHandOver;
  }

  /** The objective's measure that no timetable is below when the model's objective is not below this. */
  long bound(double objectiveBound) {
    long bound = (long) Math.ceil(objectiveBound - 1e-6);
    if (objective == Objective.MAKESPAN || lateWeight == perLateness) {
      return bound;
    }
    long late = Math.max(0, Math.ceilDiv(bound - mostHandOver, lateWeight));
    return late * perLateness + Math.max(leastHandOver, bound - late * lateWeight);
  }
}
