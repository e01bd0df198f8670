package org.xingfuli.engine.scheduling.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.exact.Windows;

/**
 * What keeps a task from being earlier although no crew is asked: one path of links back to a release, the data date or what has
 * begun.
 */
final class Chain {

  private final Remaining left;
  private final Network network;
  private final Windows earliest;

  /** @param plan where begun tasks stand */
  Chain(Remaining left, Timetable plan) {
    this.left = left;
    network = left.network();
    int[] limits = new int[network.size()];
    Arrays.fill(limits, network.horizon());
    earliest = new Windows(network, left.open(), plan, limits);
  }

  int earliestFinish(int task) {
    return earliest.earliestFinish(task);
  }

  /** From the root to the task. */
  List<Fact> to(int task) {
    List<Fact> facts = new ArrayList<>();
    int at = task;
    boolean throughFinish = true;
    while (true) {
      if (!left.open().get(at)) {
        facts.add(new Fact.Begun(at, earliest.earliestStart(at), earliest.earliestFinish(at)));
        break;
      }
      int duration = network.task(at).duration();
      Optional<Link> binding = binding(at);
      boolean finishBound = binding.isPresent() && !toStart(binding.get());
      // Whoever is bound at the end that binds on takes no time from the one to the other.
      if (duration > 0 && throughFinish != finishBound) {
        facts.add(new Fact.Takes(at, duration, earliest.earliestFinish(at) - earliest.earliestStart(at) - duration));
      }
      if (binding.isEmpty()) {
        int release = network.task(at).release();
        facts.add(left.today() > 0 && release == left.today() ? new Fact.Today(release) : new Fact.Release(at, release));
        break;
      }
      facts.add(new Fact.Waits(binding.get()));
      at = binding.get().from();
      throughFinish = fromFinish(binding.get());
    }
    Collections.reverse(facts);
    return facts;
  }

  /** The link without which the task would be earlier, when its release is not what binds; of several the first. */
  private Optional<Link> binding(int task) {
    Calendar calendar = network.task(task).duration() == 0 ? Calendar.everyPeriod() : network.calendarOf(task);
    int duration = network.task(task).duration();
    if (calendar.earliestStart(network.task(task).release(), 0, duration) >= earliest.earliestStart(task)) {
      return Optional.empty();
    }
    return network.links().stream().filter(link -> link.to() == task).filter(link -> {
      int bound = (fromFinish(link) ? earliest.earliestFinish(link.from()) : earliest.earliestStart(link.from())) + link.lag();
      int alone = toStart(link) ? calendar.earliestStart(bound, 0, duration) : calendar.earliestStart(0, bound, duration);
      return alone >= earliest.earliestStart(task);
    }).findFirst();
  }

  private static boolean fromFinish(Link link) {
    return link.kind() == Link.Kind.FS || link.kind() == Link.Kind.FF;
  }

  private static boolean toStart(Link link) {
    return link.kind() == Link.Kind.FS || link.kind() == Link.Kind.SS;
  }
}
