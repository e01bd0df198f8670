package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a task starts when it starts: through predecessors and through crews, back to something nobody on site can change.
 * Answers for timetables of this engine and for any other feasible one. What was found once is kept, so one is not to be
 * shared by threads.
 */
public final class CriticalChain {

  /** What keeps a task from starting one working period earlier. */
  public enum Cause {
    /** A link from another task. */
    PREDECESSOR,
    /** A crew is held by another task, or (no task named) has its capacity only from then on. */
    CREW,
    /** Its earliest lawful or possible day. */
    RELEASE,
    /** It has really started; a fact. */
    PROGRESS,
    /** Not started, and the past is past. */
    DATA_DATE,
    /** The first period of the horizon. */
    HORIZON,
    /** Nothing: it could start earlier. */
    NOTHING
  }

  /**
   * @param task the task explained
   * @param cause what binds its start
   * @param by the predecessor, or the task that gives the crew free; -1 when the cause is not a task
   * @param link the binding link of a predecessor
   * @param crew index of the binding crew, else -1
   * @param idle periods between the moment the cause allows and the start, in which the task's calendar does not work
   */
  public record Binding(int task, Cause cause, int by, @Nullable Link link, int crew, int idle) {}

  private final Network network;
  private final Timetable timetable;
  private final Actuals actuals;
  private final List<List<Integer>> holders;
  /** What was found before: chains of many tasks run through the same ones. */
  private final @Nullable Binding[] known;
  private final BitSet begun = new BitSet();

  private CriticalChain(Network network, Timetable timetable, Actuals actuals) {
    this.network = network;
    this.timetable = timetable;
    this.actuals = actuals;
    List<List<Integer>> byCrew = new ArrayList<>();
    network.crews().forEach(c -> byCrew.add(new ArrayList<>()));
    for (int i = 0; i < network.size(); i++) {
      for (Demand demand : network.task(i).demands()) {
        byCrew.get(demand.crew()).add(i);
      }
    }
    holders = byCrew;
    known = new @Nullable Binding[network.size()];
    actuals.progress().keySet().forEach(begun::set);
  }

  public static CriticalChain of(Network network, Timetable timetable, Actuals actuals) {
    return new CriticalChain(network, timetable, actuals);
  }

  /** From the root cause to the task itself; each task stands once. */
  public List<Binding> to(int task) {
    List<Binding> chain = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int at = task; at >= 0 && !seen.get(at); ) {
      seen.set(at);
      Binding binding = binding(at);
      chain.add(binding);
      at = binding.by();
    }
    Collections.reverse(chain);
    return chain;
  }

  public Binding binding(int i) {
    Binding found = known[i];
    if (found == null) {
      found = find(i);
      known[i] = found;
    }
    return found;
  }

  private Binding find(int i) {
    if (actuals.progress().containsKey(i)) {
      return new Binding(i, Cause.PROGRESS, -1, null, -1, 0);
    }
    int start = timetable.start(i);
    Binding allowed = latestAllowance(i);
    if (start <= allowedStart(i, allowed)) {
      return allowed;
    }
    return crew(i, start);
  }

  /** The link, release or date that allows the task last, crews left aside. */
  private Binding latestAllowance(int i) {
    Binding best = dated(i, Cause.HORIZON, 0);
    int start = allowedStart(i, best);
    for (Binding other : List.of(dated(i, Cause.DATA_DATE, actuals.dataDate()),
        dated(i, Cause.RELEASE, network.release[i]))) {
      if (allowedStart(i, other) > start) {
        best = other;
        start = allowedStart(i, other);
      }
    }
    Arcs in = network.predecessors;
    boolean linked = false;
    for (int k = in.from[i]; k < in.from[i + 1]; k++) {
      Link link = new Link(in.task[k], i, in.kind[k], in.lag[k]);
      int forced = forced(link);
      if (forced > start || forced == start && !linked) {
        best = new Binding(i, Cause.PREDECESSOR, in.task[k], link, -1, Math.max(0, forced - moment(link)));
        start = forced;
        linked = true;
      }
    }
    return best;
  }

  private Binding dated(int i, Cause cause, int date) {
    int start = network.calendar[i].earliestStart(date, date, network.duration[i]);
    return new Binding(i, cause, -1, null, -1, start - date);
  }

  private int allowedStart(int i, Binding binding) {
    return switch (binding.cause()) {
      case HORIZON -> binding.idle();
      case DATA_DATE -> actuals.dataDate() + binding.idle();
      case RELEASE -> network.release[i] + binding.idle();
      case PREDECESSOR -> binding.link() == null ? 0 : forced(binding.link());
      default -> throw new IllegalStateException(binding.toString());
    };
  }

  /** Start the link alone would force. */
  private int forced(Link link) {
    int i = link.to();
    int bound = bound(link);
    return switch (link.kind()) {
      case FS, SS -> network.calendar[i].earliestStart(bound, bound, network.duration[i]);
      case FF, SF -> network.calendar[i].earliestStart(-Network.NEVER, bound, network.duration[i]);
    };
  }

  private int bound(Link link) {
    return link.lag() + switch (link.kind()) {
      case FS, FF -> timetable.finish(link.from());
      case SS, SF -> timetable.start(link.from());
    };
  }

  /** Start the link would force if every period worked. */
  private int moment(Link link) {
    return switch (link.kind()) {
      case FS, SS -> bound(link);
      case FF, SF -> bound(link) - network.duration[link.to()];
    };
  }

  private Binding crew(int i, int start) {
    Calendar calendar = network.calendar[i];
    int before = calendar.previous(start - 1);
    for (Demand demand : network.task(i).demands()) {
      int used = 0;
      int by = -1;
      for (int other : holders.get(demand.crew())) {
        if (other != i && holds(other, before)) {
          used += numberOf(other, demand.crew());
          if (!holds(other, start) && (by < 0 || timetable.finish(other) > timetable.finish(by))) {
            by = other;
          }
        }
      }
      if (used + demand.number() > network.crews().get(demand.crew()).capacityAt(before)) {
        return new Binding(i, Cause.CREW, by, null, demand.crew(), start - before - 1);
      }
    }
    return new Binding(i, Cause.NOTHING, -1, null, -1, 0);
  }

  private boolean holds(int task, int period) {
    boolean past = period < actuals.dataDate() && begun.get(task);
    return timetable.start(task) <= period && period < timetable.finish(task) && !past && network.calendar[task].works(period);
  }

  private int numberOf(int task, int crew) {
    for (Demand demand : network.task(task).demands()) {
      if (demand.crew() == crew) {
        return demand.number();
      }
    }
    return 0;
  }
}
