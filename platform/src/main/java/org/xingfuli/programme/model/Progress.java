package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.LossReason;

/**
 * How an activity stands by all its reports.
 *
 * @param asOf day of the last report: the percentage says how things stood at its end
 * @param lostBefore days lost before the start, by reason; they push the start
 * @param lostSince days lost since the start, by reason; they lengthen the work
 */
public record Progress(
    int percent,
    @Nullable LocalDate start,
    @Nullable LocalDate finish,
    LocalDate asOf,
    Map<LossReason, Integer> lostBefore,
    Map<LossReason, Integer> lostSince) {

  /** One report; percent and dates replace what was said before, days lost are added (a negative number takes back). */
  public record Report(
      LocalDate on, int percent, int daysLost, @Nullable LossReason reason, @Nullable LocalDate actualStart,
      @Nullable LocalDate actualFinish) {}

  /**
   * The standing after reports in the order they were made. A report that goes back to 0 % without a start unsays the
   * start: the work was reported on the wrong activity.
   */
  public static @Nullable Progress of(List<Report> reports) {
    if (reports.isEmpty()) {
      return null;
    }
    var last = reports.getLast();
    LocalDate start = null;
    LocalDate finish = null;
    var percent = 0;
    for (var report : reports) {
      var unsaid = report.percent() == 0 && percent > 0;
      start = report.actualStart() != null || unsaid ? report.actualStart() : start;
      percent = report.percent();
      if (percent < 100) {
        finish = null;
      } else if (report.actualFinish() != null || finish == null) {
        finish = report.actualFinish() == null ? report.on() : report.actualFinish();
      }
    }
    var before = new EnumMap<LossReason, Integer>(LossReason.class);
    var since = new EnumMap<LossReason, Integer>(LossReason.class);
    for (var report : reports) {
      var reason = report.reason() == null ? LossReason.OTHER : report.reason();
      if (report.daysLost() > 0) {
        var waiting = start == null || report.on().isBefore(start);
        (waiting ? before : since).merge(reason, report.daysLost(), Integer::sum);
      } else if (report.daysLost() < 0) {
        takeBack(-report.daysLost(), reason, since, before);
      }
    }
    return new Progress(last.percent(), start, finish, last.on(), Map.copyOf(before), Map.copyOf(since));
  }

  /** Takes days off where they stand: of their own reason first, since the start before what was lost ahead of it. */
  private static void takeBack(
      int days, LossReason reason, EnumMap<LossReason, Integer> since, EnumMap<LossReason, Integer> before) {
    var left = takeOff(days, since, Set.of(reason));
    left = takeOff(left, before, Set.of(reason));
    left = takeOff(left, since, Set.copyOf(since.keySet()));
    takeOff(left, before, Set.copyOf(before.keySet()));
  }

  /** The days that are still to be taken back elsewhere. */
  private static int takeOff(int days, EnumMap<LossReason, Integer> lost, Set<LossReason> reasons) {
    var left = days;
    for (var reason : LossReason.values()) {
      var stands = reasons.contains(reason) ? lost.getOrDefault(reason, 0) : 0;
      var taken = Math.min(left, stands);
      if (taken > 0) {
        left -= taken;
        lost.computeIfPresent(reason, (same, known) -> known > taken ? Integer.valueOf(known - taken) : null);
      }
    }
    return left;
  }

  public boolean started() {
    return start != null;
  }

  public boolean done() {
    return finish != null;
  }

  public int lostTotal() {
    return sum(lostBefore) + sum(lostSince);
  }

  static int sum(Map<LossReason, Integer> lost) {
    return lost.values().stream().mapToInt(Integer::intValue).sum();
  }
}
