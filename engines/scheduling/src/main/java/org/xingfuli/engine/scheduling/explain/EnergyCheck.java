package org.xingfuli.engine.scheduling.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.exact.Windows;

/** Whether a crew has more work in some window than it can do there beside what has begun. */
final class EnergyCheck {

  private final Network network;
  private final BitSet open;
  private final Timetable plan;

  /** @param plan where begun tasks stand */
  EnergyCheck(Remaining left, Timetable plan) {
    network = left.network();
    open = left.open();
    this.plan = plan;
  }

  /** Of all overfull windows of all crews the one with the fewest tasks. */
  Optional<Fact.Energy> overfull(Windows windows) {
    return IntStream.range(0, network.crews().size()).mapToObj(c -> overfull(c, windows))
        .flatMap(Optional::stream).min(Comparator.comparingInt(energy -> energy.tasks().size()));
  }

  /** Whether this much still lies in the window when other deadlines hold. */
  static boolean holds(Fact.Energy energy, Windows windows) {
    return energy.tasks().stream()
        .allMatch(i -> windows.earliestStart(i) >= energy.from() && windows.latestFinish(i) <= energy.to());
  }

  private record Holder(int task, int from, int to, long work) {}

  private Optional<Fact.Energy> overfull(int crew, Windows windows) {
    List<Holder> holders = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      for (Demand demand : network.task(i).demands()) {
        if (demand.crew() == crew && open.get(i) && network.task(i).duration() > 0) {
          holders.add(new Holder(i, windows.earliestStart(i), windows.latestFinish(i),
              (long) demand.number() * network.task(i).duration()));
        }
      }
    }
    holders.sort(Comparator.comparingInt(Holder::to));
    long[] room = room(crew, holders);
    Fact.Energy fewest = null;
    for (int from : holders.stream().map(Holder::from).distinct().toList()) {
      long work = 0;
      List<Integer> tasks = new ArrayList<>();
      for (Holder holder : holders) {
        if (holder.from() >= from) {
          work += holder.work();
          tasks.add(holder.task());
          long there = room[holder.to()] - room[from];
          if (work > there && (fewest == null || tasks.size() < fewest.tasks().size())) {
            fewest = new Fact.Energy(crew, from, holder.to(), work, there, tasks);
          }
        }
      }
    }
    return Optional.ofNullable(fewest);
  }

  /** Units × periods before each period, counting those in which one of the holders' calendars works. */
  private long[] room(int crew, List<Holder> holders) {
    Set<Calendar> calendars = new HashSet<>();
    holders.forEach(holder -> calendars.add(network.calendarOf(holder.task())));
    BitSet working = new BitSet();
    for (int t = 0; t < network.horizon(); t++) {
      int period = t;
      working.set(t, calendars.stream().anyMatch(calendar -> calendar.works(period)));
    }
    int[] taken = taken(crew);
    long[] room = new long[network.horizon() + 1];
    for (int t = 0; t < network.horizon(); t++) {
      room[t + 1] = room[t] + (working.get(t) ? Math.max(0, network.crews().get(crew).capacityAt(t) - taken[t]) : 0);
    }
    return room;
  }

  /** Units that begun tasks hold. */
  private int[] taken(int crew) {
    int[] taken = new int[network.horizon()];
    for (int i = open.nextClearBit(0); i < network.size(); i = open.nextClearBit(i + 1)) {
      for (Demand demand : network.task(i).demands()) {
        for (int t = plan.start(i); demand.crew() == crew && t < plan.finish(i); t++) {
          taken[t] += network.calendarOf(i).works(t) ? demand.number() : 0;
        }
      }
    }
    return taken;
  }
}
