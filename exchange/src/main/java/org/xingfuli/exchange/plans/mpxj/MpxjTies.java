package org.xingfuli.exchange.plans.mpxj;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.Relation;
import org.mpxj.RelationshipLagCalendar;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.Span;
import org.xingfuli.exchange.plans.model.WorkDays;
import org.xingfuli.exchange.plans.mpxj.MpxjCalendars.Hours;

/**
 * Their links with their lags. A lag that is worked keeps its calendar: the successor's in Microsoft Project, the one the
 * file names in Primavera. Links of summary rows are tied to the activities below.
 */
final class MpxjTies {

  private static final double CLOSE = 0.02;
  /** Beyond this a summary link is refused rather than multiplied out. */
  private static final int MOST_TIES = 2_000_000;
  private static final double LONGEST = 100_000;

  private final Map<Task, Integer> indexes;
  private final Map<Task, Hours> hoursOf;
  private final List<Activity> activities;
  private final MpxjCalendars calendars;
  private final Findings findings;
  private final boolean primavera;
  private final Set<Tie> ties = new LinkedHashSet<>();

  MpxjTies(Map<Task, Integer> indexes, Map<Task, Hours> hoursOf, List<Activity> activities, MpxjCalendars calendars,
      Findings findings, boolean primavera) {
    this.indexes = indexes;
    this.hoursOf = hoursOf;
    this.activities = activities;
    this.calendars = calendars;
    this.findings = findings;
    this.primavera = primavera;
  }

  List<Tie> ties() {
    var seen = new LinkedHashSet<Relation>();
    for (var file : indexes.keySet().stream().map(Task::getParentFile).distinct().toList()) {
      for (var task : file.getTasks()) {
        seen.addAll(task.getPredecessors());
      }
    }
    seen.forEach(this::relation);
    return List.copyOf(ties);
  }

  private void relation(Relation relation) {
    var from = relation.getPredecessorTask();
    var to = relation.getSuccessorTask();
    if (from == null || to == null) {
      return;
    }
    var kind = kind(relation);
    var fromEnds = ends(from, kind == Link.Kind.SS || kind == Link.Kind.SF, relation);
    var toEnds = ends(to, kind == Link.Kind.FS || kind == Link.Kind.SS, relation);
    boolean summary = from.hasChildTasks() || to.hasChildTasks();
    boolean stated = from.hasChildTasks() && (kind == Link.Kind.SS || kind == Link.Kind.SF) && fromEnds.size() > 1
        || to.hasChildTasks() && (kind == Link.Kind.FF || kind == Link.Kind.SF) && toEnds.size() > 1;
    if (stated) {
      fromEnds = from.hasChildTasks() && (kind == Link.Kind.SS || kind == Link.Kind.SF) ? first(fromEnds) : fromEnds;
      toEnds = to.hasChildTasks() && (kind == Link.Kind.FF || kind == Link.Kind.SF) ? last(toEnds) : toEnds;
    }
    if (summary && !fromEnds.isEmpty() && !toEnds.isEmpty()) {
      findings.lose(stated ? Loss.Kind.SUMMARY_LOST : Loss.Kind.SUMMARY_LINK, FromMpxj.label(to),
          FromMpxj.label(from) + " " + kind + " " + relation.getLag());
    }
    if (ties.size() + (long) fromEnds.size() * toEnds.size() > MOST_TIES) {
      findings.fault("plan-file.too-many", Map.of("what", "links", "most", MOST_TIES));
      return;
    }
    for (var one : fromEnds) {
      for (var other : toEnds) {
        if (!one.equals(other)) {
          tie(relation, one, other, kind);
        }
      }
    }
  }

  private static Link.Kind kind(Relation relation) {
    return relation.getType() == null ? Link.Kind.FS : switch (relation.getType()) {
      case START_START -> Link.Kind.SS;
      case FINISH_FINISH -> Link.Kind.FF;
      case START_FINISH -> Link.Kind.SF;
      default -> Link.Kind.FS;
    };
  }

  /** The activities that stand for an end of a link; none for what was left out. */
  private List<Task> ends(Task task, boolean start, Relation relation) {
    if (indexes.containsKey(task)) {
      return List.of(task);
    }
    var below = new ArrayList<Task>();
    collect(task, below, 0);
    return below;
  }

  private void collect(Task task, List<Task> into, int depth) {
    for (var child : task.getChildTasks()) {
      if (indexes.containsKey(child)) {
        into.add(child);
      } else if (depth < 100) {
        collect(child, into, depth + 1);
      }
    }
  }

  private static List<Task> first(List<Task> tasks) {
    return tasks.stream().filter(t -> t.getStart() != null).min(Comparator.comparing(t -> Objects.requireNonNull(t.getStart())))
        .map(List::of).orElse(List.of(tasks.get(0)));
  }

  private static List<Task> last(List<Task> tasks) {
    return tasks.stream().filter(t -> t.getFinish() != null).max(Comparator.comparing(t -> Objects.requireNonNull(t.getFinish())))
        .map(List::of).orElse(List.of(tasks.get(tasks.size() - 1)));
  }

  private void tie(Relation relation, Task from, Task to, Link.Kind kind) {
    int one = Objects.requireNonNull(indexes.get(from));
    int other = Objects.requireNonNull(indexes.get(to));
    var place = FromMpxj.label(from) + " → " + FromMpxj.label(to);
    var lag = relation.getLag();
    if (lag == null || lag.getDuration() == 0) {
      ties.add(Tie.elapsed(one, other, kind, 0));
      return;
    }
    if (lag.getUnits() == TimeUnit.PERCENT || lag.getUnits() == TimeUnit.ELAPSED_PERCENT) {
      findings.lose(Loss.Kind.PERCENT_LAG, place, lag);
      int days = (int) Math.ceil(activities.get(one).days() * lag.getDuration() / 100 - CLOSE);
      worked(one, other, kind, days, lag.getUnits().isElapsed() ? Tie.ELAPSED : activities.get(other).calendar(), place);
      return;
    }
    var properties = from.getParentFile().getProjectProperties();
    boolean aroundTheClock =
        primavera && properties.getRelationshipLagCalendar() == RelationshipLagCalendar.TWENTY_FOUR_HOUR;
    if (lag.getUnits().isElapsed() || aroundTheClock) {
      double minutes = lag.convertUnits(lag.getUnits().isElapsed() ? TimeUnit.ELAPSED_MINUTES : TimeUnit.MINUTES,
          properties).getDuration();
      ties.add(Tie.elapsed(one, other, kind, whole(minutes / (24 * 60), lag, place)));
      return;
    }
    var hours = lagHours(from, to);
    int calendar = lagCalendar(one, other, from, hours);
    double minutes = lag.convertUnits(TimeUnit.MINUTES, properties).getDuration();
    worked(one, other, kind, whole(minutes / hours.minutes(), lag, place), calendar, place);
  }

  private int whole(double days, Duration lag, String place) {
    if (Math.abs(days) > LONGEST) {
      findings.fault("plan-file.unreadable-value", Map.of("place", place, "what", "Lag", "value", lag.toString()));
      return 0;
    }
    int whole = (int) Math.ceil(days - CLOSE);
    if (Math.abs(whole - days) > CLOSE) {
      findings.lose(Loss.Kind.HOURS, place, lag);
    }
    return whole;
  }

  private Hours lagHours(Task from, Task to) {
    var setting = primavera ? from.getParentFile().getProjectProperties().getRelationshipLagCalendar() : null;
    if (setting == RelationshipLagCalendar.PROJECT_DEFAULT && from.getParentFile().getDefaultCalendar() != null) {
      return calendars.of(from.getParentFile().getDefaultCalendar());
    }
    boolean predecessor = primavera && setting != RelationshipLagCalendar.SUCCESSOR;
    return Objects.requireNonNull(hoursOf.get(predecessor ? from : to));
  }

  private int lagCalendar(int one, int other, Task from, Hours hours) {
    var setting = primavera ? from.getParentFile().getProjectProperties().getRelationshipLagCalendar() : null;
    if (setting == RelationshipLagCalendar.PROJECT_DEFAULT) {
      return hours.index();
    }
    boolean predecessor = primavera && setting != RelationshipLagCalendar.SUCCESSOR;
    return activities.get(predecessor ? one : other).calendar();
  }

  /** A lag worked on a calendar; where that makes no difference, or it runs backwards, in calendar days. */
  private void worked(int one, int other, Link.Kind kind, int days, int calendar, String place) {
    if (calendar == Tie.ELAPSED || days == 0 || calendars.days(calendar).isEveryDay()) {
      ties.add(Tie.elapsed(one, other, kind, days));
    } else if (days > 0) {
      ties.add(new Tie(one, other, kind, days, calendar));
    } else {
      int elapsed = -lead(activities.get(one).planned(), kind, -days, calendars.days(calendar));
      findings.lose(Loss.Kind.LEAD, place, days + " d → " + elapsed + " d");
      ties.add(Tie.elapsed(one, other, kind, elapsed));
    }
  }

  private static int lead(@Nullable Span planned, Link.Kind kind, int days, WorkDays calendar) {
    if (planned == null) {
      return (int) Math.ceil(days * 7.0 / Math.max(1, calendar.week().size()));
    }
    LocalDate end = kind == Link.Kind.SS || kind == Link.Kind.SF ? planned.start() : planned.end();
    var at = end;
    for (int left = days, steps = 0; left > 0 && steps < LONGEST; steps++) {
      at = at.minusDays(1);
      left -= calendar.works(at) ? 1 : 0;
    }
    return (int) ChronoUnit.DAYS.between(at, end);
  }
}
