package org.xingfuli.programme.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.CriticalChain;
import org.xingfuli.engine.scheduling.CriticalChain.Binding;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.programme.Cause;
import org.xingfuli.programme.LossReason;

/**
 * Why a forecast date differs from the frozen one. The steps go from the activity back to the root, and their days add up
 * to the shift exactly: each step is what is left of the shift when the one before is taken off.
 */
public final class Explanation {

  /** Where a step comes from, as the why panel draws it. */
  public enum Kind { PREDECESSOR, CREW, CALENDAR, RELEASE, PROGRESS, DATA_DATE }

  /**
   * One step.
   *
   * @param activity whose step it is
   * @param reason the reported reason when days were lost
   * @param other the predecessor waited for, or the activity that holds the crew; -1 when there is none
   * @param link how the predecessor binds
   * @param crew index of the crew pool, -1 when there is none
   * @param days what the step adds to the shift, negative when it takes off
   */
  public record Step(
      int activity, Kind kind, Cause cause, @Nullable LossReason reason, int other, @Nullable Link link, int crew,
      int days) {}

  private final Forecast forecast;
  private final Timetable now;
  private final Timetable frozen;
  private final CriticalChain chain;
  private final Map<Integer, List<Link>> waitsFor = new HashMap<>();

  public Explanation(Forecast forecast) {
    this.forecast = forecast;
    this.now = forecast.timetable();
    this.frozen = forecast.baseline();
    this.chain = CriticalChain.of(forecast.open(), now, forecast.actuals());
    for (var link : forecast.plan().network().links()) {
      waitsFor.computeIfAbsent(link.to(), to -> new ArrayList<>()).add(link);
    }
  }

  /** Through what every date of this forecast is held. */
  CriticalChain chain() {
    return chain;
  }

  /** Days between the frozen finish and the forecast finish. */
  public int shift(int activity) {
    return now.finish(activity) - frozen.finish(activity);
  }

  /** The steps from near to far; their days add up to {@link #shift}. */
  public List<Step> finish(int activity) {
    var steps = new ArrayList<Step>();
    explainFinish(activity, steps);
    return List.copyOf(steps);
  }

  private void explainFinish(int activity, List<Step> steps) {
    explainSpan(activity, steps);
    explainStart(activity, steps);
  }

  /** Why the work itself takes longer: days lost, pace, due and unreported; the rest is where holidays fall. */
  private void explainSpan(int activity, List<Step> steps) {
    var left = shift(activity) - shiftOfStart(activity);
    var known = forecast.progress().get(activity);
    if (left == 0 && (known == null || known.lostSince().isEmpty())) {
      return;
    }
    if (known != null && known.started()) {
      var calendar = forecast.plan().network().calendarOf(activity);
      for (var lost : known.lostSince().entrySet()) {
        add(steps, activity, Kind.PROGRESS, Cause.LOST, lost.getKey(), lost.getValue());
        left -= lost.getValue();
      }
      var start = now.start(activity);
      var byLoss = Forecast.dueByDaysLost(forecast.plan(), activity, known, start);
      if (known.done()) {
        var worked = worked(calendar, start, now.finish(activity));
        var pace = worked - forecast.plan().durations()[activity] - Progress.sum(known.lostSince());
        left -= pace(steps, activity, pace);
      } else {
        var byPace = Math.max(byLoss, Forecast.dueByPercent(forecast.plan(), activity, known));
        left -= pace(steps, activity, worked(calendar, byLoss, byPace));
        var overdue = worked(calendar, byPace, now.finish(activity));
        if (overdue > 0) {
          add(steps, activity, Kind.DATA_DATE, Cause.OVERDUE, null, overdue);
          left -= overdue;
        }
      }
    }
    add(steps, activity, Kind.CALENDAR, Cause.CALENDAR, null, left);
  }

  private int pace(List<Step> steps, int activity, int days) {
    add(steps, activity, Kind.PROGRESS, days < 0 ? Cause.FAST : Cause.SLOW, null, days);
    return days;
  }

  private static int worked(Calendar calendar, int from, int to) {
    return calendar.index(to) - calendar.index(from);
  }

  private int shiftOfStart(int activity) {
    return now.start(activity) - frozen.start(activity);
  }

  private void explainStart(int activity, List<Step> steps) {
    var shift = shiftOfStart(activity);
    if (shift == 0) {
      return;
    }
    var known = forecast.progress().get(activity);
    var binding = chain.binding(activity);
    var link = binding.cause() == CriticalChain.Cause.PREDECESSOR ? binding.link() : tightest(activity);
    var asked = link == null ? Integer.MIN_VALUE : forced(link, now);
    // What the predecessors alone explain, and what came on top at the activity itself.
    var own = now.start(activity) - Math.max(asked, frozen.start(activity));
    if (own < 0 || shift < 0) {
      var fact = known != null && known.started();
      add(steps, activity, fact ? Kind.PROGRESS : Kind.PREDECESSOR,
          !fact ? Cause.ORDER : shift < 0 ? Cause.EARLY : Cause.NOT_STARTED, null, shift);
      return;
    }
    var left = own;
    if (known != null) {
      for (var lost : known.lostBefore().entrySet()) {
        var days = Math.clamp(lost.getValue(), Math.min(0, left), Math.max(0, left));
        add(steps, activity, Kind.PROGRESS, Cause.LOST, lost.getKey(), days);
        left -= days;
      }
    }
    addOwn(steps, activity, binding, left);
    if (link != null && asked > frozen.start(activity)) {
      explainLink(activity, link, shift - own, steps);
    }
  }

  private void addOwn(List<Step> steps, int activity, Binding binding, int days) {
    if (days == 0) {
      return;
    }
    switch (binding.cause()) {
      case CREW -> steps.add(new Step(
          activity, Kind.CREW, Cause.CREW, null, binding.by(), null, binding.crew(), days));
      case PROGRESS -> add(steps, activity, Kind.PROGRESS, Cause.NOT_STARTED, null, days);
      case DATA_DATE -> add(steps, activity, Kind.DATA_DATE, Cause.NOT_STARTED, null, days);
      case RELEASE, HORIZON -> add(steps, activity, Kind.RELEASE, Cause.ORDER, null, days);
      case PREDECESSOR, NOTHING -> add(steps, activity, Kind.PREDECESSOR, Cause.ORDER, null, days);
    }
  }

  /** The part of a start's shift that comes through a link: the other end's shift, less the slack the plan had here. */
  private void explainLink(int activity, Link link, int part, List<Step> steps) {
    var slack = frozen.start(activity) - forced(link, frozen);
    var byFinish = link.kind() == Link.Kind.FS || link.kind() == Link.Kind.FF;
    var other = byFinish ? shift(link.from()) : shiftOfStart(link.from());
    steps.add(new Step(
        activity, Kind.PREDECESSOR, Cause.BUFFER, null, link.from(), link, -1, -Math.max(0, slack)));
    add(steps, activity, Kind.CALENDAR, Cause.CALENDAR, null, part - other + Math.max(0, slack));
    if (byFinish) {
      explainFinish(link.from(), steps);
    } else {
      explainStart(link.from(), steps);
    }
  }

  /** The predecessor that lets the activity start last by today's forecast. */
  private @Nullable Link tightest(int activity) {
    Link tightest = null;
    for (var link : waitsFor.getOrDefault(activity, List.of())) {
      if (tightest == null || forced(link, now) > forced(tightest, now)) {
        tightest = link;
      }
    }
    return tightest;
  }

  /** First day a link alone lets its successor start. */
  private int forced(Link link, Timetable dates) {
    var calendar = forecast.plan().network().calendarOf(link.to());
    var bound = Forecast.bound(link, dates);
    return switch (link.kind()) {
      case FS, SS -> calendar.next(bound);
      case FF, SF -> calendar.period(
          Math.max(0, calendar.index(bound - 1) - forecast.plan().durations()[link.to()] + 1));
    };
  }

  private static void add(
      List<Step> steps, int activity, Kind kind, Cause cause, @Nullable LossReason reason, int days) {
    if (days != 0) {
      steps.add(new Step(activity, kind, cause, reason, -1, null, -1, days));
    }
  }
}
