package org.xingfuli.exchange.plans.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * A programme with its names and dates; what every reader gives and every writer takes.
 *
 * @param start day of period 0: nothing happens before
 * @param rain days on which rain-sensitive activities stand still
 */
public record Programme(
    String name,
    LocalDate start,
    List<String> projects,
    List<WorkDays> calendars,
    List<Pool> crews,
    List<Activity> activities,
    List<Tie> ties,
    List<Due> dues,
    Set<LocalDate> rain) {

  /** Forty years: further than any district plans. */
  private static final int LONGEST = 14_610;
  /** What a day late at a node counts where a file does not say. */
  public static final int WEIGHT = 1;

  public Programme {
    projects = List.copyOf(projects);
    calendars = List.copyOf(calendars);
    crews = List.copyOf(crews);
    activities = List.copyOf(activities);
    ties = List.copyOf(ties);
    dues = List.copyOf(dues);
    rain = Set.copyOf(rain);
  }

  /**
   * A crew and how many there are.
   *
   * @param capacity from each day on so many; before the first day as many as on it
   */
  public record Pool(String code, String name, SortedMap<LocalDate, Integer> capacity) {

    public Pool {
      capacity = new TreeMap<>(capacity);
    }

    /** Most there ever are. */
    public int most() {
      return capacity.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    Crew crew(LocalDate origin) {
      var steps = new ArrayList<Crew.Step>();
      capacity.forEach((from, number) -> {
        int period = (int) ChronoUnit.DAYS.between(origin, from);
        if (period <= 0) {
          steps.clear();
          steps.add(new Crew.Step(0, number));
        } else {
          if (steps.isEmpty()) {
            steps.add(new Crew.Step(0, number));
          }
          if (steps.getLast().capacity() != number) {
            steps.add(new Crew.Step(period, number));
          }
        }
      });
      return new Crew(code, steps);
    }
  }

  /**
   * A relation.
   *
   * @param lag days; may be negative when elapsed
   * @param calendar index of the calendar the lag is worked on, or {@link #ELAPSED} for calendar days
   */
  public record Tie(int from, int to, Link.Kind kind, int lag, int calendar) {

    public static final int ELAPSED = -1;

    public static Tie elapsed(int from, int to, Link.Kind kind, int lag) {
      return new Tie(from, to, kind, lag, ELAPSED);
    }
  }

  /**
   * A date an activity must keep.
   *
   * @param by the last day on which it is in time
   */
  public record Due(String code, int activity, LocalDate by, int weight) {}

  /** Names an engine's network does not know. */
  public record Label(String id, String wbs, String name, List<String> groups) {}

  /** Whether the tie's lag is the same in calendar days as it is worked. */
  boolean plain(Tie tie) {
    return tie.calendar() == Tie.ELAPSED || tie.lag() == 0 || calendars.get(tie.calendar()).isEveryDay();
  }

  /**
   * The engine's network: activities in their order first, then one waiting task for each lag that is worked on a
   * calendar. Throws {@link org.xingfuli.kernel.Refused} as the network does.
   */
  public Network network() {
    int horizon = horizon();
    var builder = Network.builder().horizon(horizon);
    calendars.forEach(days -> builder.calendar(days.calendar(start, horizon)));
    crews.forEach(pool -> builder.crew(pool.crew(start)));
    activities.forEach(a -> builder.task(new Task(a.label(), a.project(), a.days(), a.calendar(),
        a.notBefore() == null ? 0 : Math.max(0, period(a.notBefore())), a.rainSensitive(), a.demands())));
    ties.forEach(tie -> tie(builder, tie));
    dues.forEach(due -> builder.node(new Node(due.code(), due.activity(), period(due.by()) + 1, due.weight())));
    builder.rain(rain.stream().mapToInt(this::period).filter(p -> p >= 0).collect(BitSet::new,
        BitSet::set, BitSet::or));
    return builder.build();
  }

  private void tie(NetworkBuilder builder, Tie tie) {
    if (plain(tie)) {
      builder.link(new Link(tie.from(), tie.to(), tie.kind(), tie.lag()));
      return;
    }
    boolean fromStart = tie.kind() == Link.Kind.SS || tie.kind() == Link.Kind.SF;
    boolean toFinish = tie.kind() == Link.Kind.FF || tie.kind() == Link.Kind.SF;
    int wait = builder.task(new Task(activities.get(tie.from()).id() + " → " + activities.get(tie.to()).id(),
        activities.get(tie.to()).project(), tie.lag(), tie.calendar(), 0, false, List.of()));
    builder.link(new Link(tie.from(), wait, fromStart ? Link.Kind.SS : Link.Kind.FS, 0));
    builder.link(new Link(wait, tie.to(), toFinish ? Link.Kind.FF : Link.Kind.FS, 0));
  }

  /** Days a plan of this programme may take: everything one after the other, and a year. */
  int horizon() {
    long work = 366;
    for (var activity : activities) {
      work += 2L * Math.max(0, activity.days());
    }
    for (var tie : ties) {
      work += 2L * Math.abs((long) tie.lag());
    }
    long last = 0;
    for (var activity : activities) {
      last = Math.max(last, activity.notBefore() == null ? 0 : period(activity.notBefore()));
      last = Math.max(last, activity.planned() == null ? 0 : 2L * period(activity.planned().end()));
    }
    for (var pool : crews) {
      last = Math.max(last, pool.capacity().isEmpty() ? 0 : period(pool.capacity().lastKey()));
    }
    return (int) Math.min(last + work, LONGEST);
  }

  public int period(LocalDate date) {
    return (int) ChronoUnit.DAYS.between(start, date);
  }

  public LocalDate date(int period) {
    return start.plusDays(period);
  }

  /** The dates the file gives, if it gives any to every activity. */
  public @Nullable Timetable planned() {
    var starts = new int[activities.size()];
    var finishes = new int[activities.size()];
    for (int i = 0; i < starts.length; i++) {
      var span = activities.get(i).planned();
      if (span == null) {
        return null;
      }
      starts[i] = period(span.start());
      finishes[i] = period(span.end());
    }
    return Timetable.of(starts, finishes);
  }

  /** The same programme with the dates of a timetable; what comes after the activities in it is not looked at. */
  public Programme dated(Timetable timetable) {
    var dated = IntStream.range(0, activities.size())
        .mapToObj(i -> activities.get(i).planned(new Span(date(timetable.start(i)), date(timetable.finish(i)))))
        .toList();
    return new Programme(name, start, projects, calendars, crews, dated, ties, dues, rain);
  }

  /** Whether work ends in the activity, so that people say of its instant the evening before. */
  public boolean[] endsWork() {
    var ends = new boolean[activities.size()];
    var open = new ArrayDeque<Integer>();
    var next = new HashMap<Integer, List<Integer>>();
    for (var tie : ties) {
      if (tie.kind() == Link.Kind.FS || tie.kind() == Link.Kind.FF) {
        next.computeIfAbsent(tie.from(), from -> new ArrayList<>()).add(tie.to());
      }
    }
    for (int i = 0; i < activities.size(); i++) {
      if (activities.get(i).days() > 0) {
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      for (int to : next.getOrDefault(open.remove(), List.of())) {
        if (!ends[to]) {
          ends[to] = true;
          open.add(to);
        }
      }
    }
    return ends;
  }

  /**
   * Last day of a span as people say it: of a milestone that something ends in, the evening before its instant.
   *
   * @param ends the activity's entry of {@link #endsWork}
   */
  public static LocalDate lastDay(Span span, boolean ends) {
    return span.instant() && !ends ? span.start() : span.last();
  }

  /** First day of a span as people say it: of a milestone its last day. */
  public static LocalDate firstDay(Span span, boolean ends) {
    return span.instant() ? lastDay(span, ends) : span.start();
  }

  /**
   * A programme of the engine's own network. Rain becomes part of the calendars of what it stops.
   *
   * @param labels names by task
   * @param projects names by project
   * @param crews names by crew
   */
  public static Programme of(String name, LocalDate start, Network network, @Nullable Timetable timetable,
      List<Label> labels, List<String> projects, List<String> crews, List<String> calendars) {
    return new FromNetwork(name, start, network, timetable, labels, projects, crews, calendars).programme();
  }
}
