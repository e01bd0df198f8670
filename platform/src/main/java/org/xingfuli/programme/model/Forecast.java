package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Actuals.Done;
import org.xingfuli.engine.scheduling.Actuals.Underway;
import org.xingfuli.engine.scheduling.Floats;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.WorkCalendar;

/**
 * Where a frozen plan is heading, given the progress up to a data date: the frozen order repaired, never planned afresh.
 *
 * @param plan the expanded basis of the plan
 * @param baseline the frozen dates
 * @param open the network still asked: links into started activities are gone, starts are pushed by days lost before
 * @param dataDate first day still open: today
 */
public record Forecast(
    ProgrammeNetwork plan,
    Timetable baseline,
    Network open,
    Standings progress,
    LocalDate dataDate,
    Actuals actuals,
    Timetable timetable,
    Timetable latest) {

  public static Forecast of(
      Basis basis, WorkCalendar calendar, Timetable baseline, Map<Integer, Progress> progress, LocalDate dataDate) {
    return of(expanded(basis, calendar, dataDate), baseline, progress, dataDate);
  }

  /** What a forecast as of a day is computed in; no report changes it. */
  public static ProgrammeNetwork expanded(Basis basis, WorkCalendar calendar, LocalDate dataDate) {
    var horizon = Horizon.of(basis.starts(), basis.year()).afresh(dataDate);
    return ProgrammeNetwork.of(basis, calendar, horizon, Map.of(), null, Set.of());
  }

  /** @param plan what {@link #expanded} gave for this data date */
  public static Forecast of(
      ProgrammeNetwork plan, Timetable baseline, Map<Integer, Progress> progress, LocalDate dataDate) {
    var started = new BitSet();
    progress.forEach((activity, known) -> started.set(activity, known.started()));
    // What has started waits for nothing any more.
    var builder = plan.network().toBuilder().unlink(link -> started.get(link.to()));
    var actual = new HashMap<Integer, Actuals.Progress>();
    var day = Math.max(0, plan.horizon().day(dataDate));
    progress.forEach((activity, known) -> {
      if (known.started()) {
        actual.put(activity, standing(plan, activity, known, day));
      } else {
        builder.replace(activity, pushed(plan, baseline, activity, known));
      }
    });
    var open = builder.build();
    var actuals = new Actuals(day, actual);
    var timetable = Repair.of(open, baseline, actuals);
    return new Forecast(plan, baseline, open, Standings.of(plan.basis().size(), progress), dataDate, actuals, timetable,
        Floats.of(open, timetable).latest());
  }

  private static Actuals.Progress standing(ProgrammeNetwork plan, int activity, Progress known, int day) {
    var horizon = plan.horizon();
    var started = known.start();
    var finished = known.finish();
    if (started == null) {
      throw new IllegalStateException("not started: " + activity);
    }
    var start = Math.max(0, horizon.day(started));
    if (finished != null) {
      return new Done(start, Math.max(start, horizon.day(finished)) + 1);
    }
    var calendar = plan.network().calendarOf(activity);
    var finish = Math.max(dueByDaysLost(plan, activity, known, start), dueByPercent(plan, activity, known));
    return new Underway(start, Math.max(1, calendar.index(finish) - calendar.index(day)));
  }

  /** Exclusive finish when nothing but the reported days was lost. */
  static int dueByDaysLost(ProgrammeNetwork plan, int activity, Progress known, int start) {
    var calendar = plan.network().calendarOf(activity);
    var work = Math.max(1, plan.durations()[activity] + Progress.sum(known.lostSince()));
    return calendar.finish(calendar.next(start), work);
  }

  /**
   * Exclusive finish when the rest goes on at the planned pace from the report on; whole percents round down. A report of
   * 0 % still counts its own day as a day of work, so that reporting the start does not look like a day lost.
   */
  static int dueByPercent(ProgrammeNetwork plan, int activity, Progress known) {
    var calendar = plan.network().calendarOf(activity);
    var rest = plan.durations()[activity] * (100 - known.percent()) / 100;
    var from = Math.max(0, plan.horizon().day(known.asOf()) + (known.percent() == 0 ? 0 : 1));
    return rest == 0 ? from : calendar.finish(calendar.next(from), rest);
  }

  private static Task pushed(ProgrammeNetwork plan, Timetable baseline, int activity, Progress known) {
    var task = plan.network().task(activity);
    var calendar = plan.network().calendarOf(activity);
    // A plan that was adopted on the way holds the days lost until then in its own dates.
    var held = plan.basis().adopted().lost().getOrDefault(plan.basis().idOf(activity), 0);
    var lost = Math.max(0, Progress.sum(known.lostBefore()) - held);
    var from = lost == 0 ? task.release() : calendar.period(calendar.index(baseline.start(activity)) + lost);
    return task.notBefore(Math.max(task.release(), from));
  }

  public LocalDate start(int activity) {
    return plan.horizon().date(timetable.start(activity));
  }

  /** Last day of the work. */
  public LocalDate finish(int activity) {
    return plan.horizon().date(timetable.finish(activity) - 1);
  }

  /** Days the finish may still slip before a node or the project's end is lost; negative when it is. */
  public int floatDays(int activity) {
    return latest.finish(activity) - timetable.finish(activity);
  }

  public boolean done(int activity) {
    var known = progress.get(activity);
    return known != null && known.done();
  }

  public boolean started(int activity) {
    var known = progress.get(activity);
    return known != null && known.started();
  }

  /** Day from which a link would let its successor start, with the given dates. */
  static int bound(Link link, Timetable dates) {
    return link.lag() + switch (link.kind()) {
      case FS, FF -> dates.finish(link.from());
      case SS, SF -> dates.start(link.from());
    };
  }
}
