package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /** The standing after reports in the order they were made. */
  public static @Nullable Progress of(List<Report> reports) {
    if (reports.isEmpty()) {
      return null;
    }
    var last = reports.getLast();
    var start = reports.stream().map(Report::actualStart).filter(date -> date != null)
        .reduce((one, later) -> later).orElse(null);
    var before = new EnumMap<LossReason, Integer>(LossReason.class);
    var since = new EnumMap<LossReason, Integer>(LossReason.class);
    for (var report : reports) {
      if (report.daysLost() != 0) {
        var reason = report.reason() == null ? LossReason.OTHER : report.reason();
        var waiting = start == null || report.on().isBefore(start);
        (waiting ? before : since).merge(reason, report.daysLost(), Integer::sum);
      }
    }
    var finish = last.percent() == 100
        ? reports.stream().map(Report::actualFinish).filter(date -> date != null)
            .max(Comparator.naturalOrder()).orElse(last.on())
        : null;
    return new Progress(last.percent(), start, finish, last.on(), Map.copyOf(before), Map.copyOf(since));
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
