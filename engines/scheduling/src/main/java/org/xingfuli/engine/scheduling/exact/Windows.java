package org.xingfuli.engine.scheduling.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * Earliest and latest dates of the tasks that may move, by links, releases and calendars alone, the others standing where they
 * are.
 */
public final class Windows {

  private static final int FAR = 1 << 29;

  private final Network network;
  private final BitSet free;
  private final @Nullable Timetable standing;
  /** Links with a free task at one end at least. */
  final List<Link> links = new ArrayList<>();
  final int[] earliest;
  final int[] latest;

  /**
   * @param limits by task: what a free one must have finished by
   */
  public Windows(Network network, BitSet free, @Nullable Timetable standing, int[] limits) {
    this.network = network;
    this.free = free;
    this.standing = standing;
    earliest = new int[network.size()];
    latest = new int[network.size()];
    for (int i = 0; i < network.size(); i++) {
      if (free.get(i)) {
        earliest[i] = calendar(i).earliestStart(network.task(i).release(), 0, duration(i));
        latest[i] = calendar(i).latestStart(limits[i], limits[i], duration(i));
      } else if (standing != null) {
        earliest[i] = standing.start(i);
        latest[i] = standing.start(i);
      }
    }
    for (Link link : network.links()) {
      if (free.get(link.from()) || free.get(link.to())) {
        links.add(link);
      }
    }
    // A window that is empty stays so however often it is narrowed; it may only narrow for ever when it is.
    boolean moved = true;
    while (moved && !empty()) {
      moved = false;
      for (Link link : links) {
        moved |= narrow(link);
      }
    }
  }

  /** Whether some task has no date left. */
  public boolean empty() {
    return free.stream().anyMatch(i -> earliest[i] > latest[i]);
  }

  /** Of a milestone every period: no calendar moves it. */
  Calendar calendar(int task) {
    return network.task(task).duration() == 0 ? Calendar.everyPeriod() : network.calendarOf(task);
  }

  public int earliestStart(int task) {
    return earliest[task];
  }

  public int earliestFinish(int task) {
    if (standing != null && !free.get(task)) {
      return standing.finish(task);
    }
    return calendar(task).finish(earliest[task], duration(task));
  }

  public int latestFinish(int task) {
    if (standing != null && !free.get(task)) {
      return standing.finish(task);
    }
    return calendar(task).finish(latest[task], duration(task));
  }

  private int duration(int task) {
    return network.task(task).duration();
  }

  private boolean narrow(Link link) {
    int p = link.from();
    int q = link.to();
    boolean fromFinish = link.kind() == Link.Kind.FS || link.kind() == Link.Kind.FF;
    boolean toStart = link.kind() == Link.Kind.FS || link.kind() == Link.Kind.SS;
    boolean moved = false;
    if (free.get(q)) {
      int bound = (fromFinish ? earliestFinish(p) : earliest[p]) + link.lag();
      int start = toStart
          ? calendar(q).earliestStart(Math.max(earliest[q], bound), 0, duration(q))
          : calendar(q).earliestStart(earliest[q], bound, duration(q));
      moved |= start > earliest[q];
      earliest[q] = Math.max(earliest[q], start);
    }
    if (free.get(p)) {
      int bound = (toStart ? latest[q] : latestFinish(q)) - link.lag();
      int start = fromFinish
          ? calendar(p).latestStart(latest[p], bound, duration(p))
          : calendar(p).latestStart(Math.min(latest[p], bound), FAR, duration(p));
      moved |= start < latest[p];
      latest[p] = Math.min(latest[p], start);
    }
    return moved;
  }
}
