package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.CriticalChain.Cause;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.programme.PlannedWhy.NodeAhead;
import org.xingfuli.programme.Why;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.ProgrammeNetwork.DueNode;

/**
 * What holds an activity of a plan where it is, told from the bindings the plan was stored with: from the activity back to
 * something nobody on site can change, and forward to the first node that waits for it.
 */
public final class PlannedChain {

  private static final int MOST = 12;
  private static final Words ELSEWHERE = Words.of("另一项目", "another project");

  private final ProgrammeNetwork network;
  private final List<Dates> rows;
  private final Timetable dates;
  private final Map<Integer, Progress> standing;
  private final Predicate<UUID> visible;
  private final Map<UUID, Integer> numbers = new HashMap<>();

  /**
   * @param rows the plan's dates in the order of its basis
   * @param dates the same in days of the network's horizon
   * @param standing what has been reported, by activity number
   * @param visible whether the asker sees a project
   */
  public PlannedChain(ProgrammeNetwork network, List<Dates> rows, Timetable dates, Map<Integer, Progress> standing,
      Predicate<UUID> visible) {
    this.network = network;
    this.rows = rows;
    this.dates = dates;
    this.standing = standing;
    this.visible = visible;
    for (int activity = 0; activity < rows.size(); activity++) {
      numbers.put(rows.get(activity).activityId(), activity);
    }
  }

  /** The activity's number in the plan, absent when the plan does not hold it. */
  public @Nullable Integer number(UUID activityId) {
    return numbers.get(activityId);
  }

  /** From near to far. */
  public List<Why.Link> to(int activity) {
    var chain = new ArrayList<Why.Link>();
    var seen = new BitSet();
    Integer at = activity;
    while (at != null && !seen.get(at) && chain.size() < MOST) {
      seen.set(at);
      var row = rows.get(at);
      chain.addAll(held(at, row));
      at = row.bindingActivity() == null ? null : numbers.get(row.bindingActivity());
    }
    return List.copyOf(chain);
  }

  private List<Why.Link> held(int activity, Dates row) {
    var by = row.bindingActivity() == null ? null : numbers.get(row.bindingActivity());
    return switch (Cause.valueOf(row.binding())) {
      case PREDECESSOR -> by == null
          ? List.of(said(activity, "PREDECESSOR", Words.of("等前道工序", "waits for its predecessor")))
          : waiting(activity, by);
      case CREW -> List.of(said(activity, "CREW",
          LinkWords.held(crew(row.bindingCrew()), by == null ? null : nameOf(by))));
      case RELEASE -> List.of(released(activity, row));
      case HORIZON -> List.of(said(activity, "RELEASE", Words.of("计划第一天", "the programme's first day")));
      case PROGRESS -> List.of(said(activity, "PROGRESS", Words.of("已开工", "has started")));
      case DATA_DATE, NOTHING -> List.of(said(activity, "RELEASE", Words.of("没有约束", "nothing holds it")));
    };
  }

  /** The predecessor, and the days on which nobody works between it and the start. */
  private List<Why.Link> waiting(int activity, int by) {
    var link = network.network().links().stream().filter(each -> each.from() == by && each.to() == activity)
        .max(Comparator.comparingInt(each -> Forecast.bound(each, dates))).orElse(null);
    if (link == null) {
      return List.of(said(activity, "PREDECESSOR", Words.of("等前道工序", "waits for its predecessor")));
    }
    var found = new ArrayList<Why.Link>();
    found.add(said(activity, "PREDECESSOR", LinkWords.waits(link, shortName(by))));
    var allowed = Forecast.bound(link, dates);
    var rest = link.kind() == Link.Kind.FS || link.kind() == Link.Kind.SS ? dates.start(activity) - allowed : 0;
    if (rest > 0) {
      found.add(said(activity, "CALENDAR", Words.of(
          "其间休息日 %d 天，顺延".formatted(rest), "%d days off in between push it on".formatted(rest))));
    }
    return found;
  }

  private Why.Link released(int activity, Dates row) {
    var known = standing.get(activity);
    if (known != null && row.start().equals(known.start())) {
      return said(activity, "PROGRESS", Words.of("已按实际开工", "has really started then"));
    }
    var release = network.network().task(activity).release();
    if (network.network().calendarOf(activity).next(release) != dates.start(activity)) {
      return said(activity, "RELEASE", Words.of(
          "排这一版时已过去的日子不再排", "the days before this plan was computed are past"));
    }
    var day = network.horizon().date(release);
    var basis = network.basis();
    var window = basis.windowOf(activity);
    if (window != null && day.equals(window.from())) {
      return said(activity, "RELEASE", window.words());
    }
    if (day.equals(basis.projectOf(activity).earliestStart())) {
      return said(activity, "RELEASE", Words.of("项目不早于 " + day, "the project starts no earlier than " + day));
    }
    return said(activity, "RELEASE", day.equals(basis.starts())
        ? Words.of("年度计划 %s 起算".formatted(day), "the programme begins on " + day)
        : Words.of("样板规定不早于 " + day, "the template allows it no earlier than " + day));
  }

  /** The first node by its due day that this activity leads to. */
  public @Nullable NodeAhead node(int activity) {
    var reached = reached(activity);
    return network.dueNodes().stream().filter(due -> reached.get(due.activity()))
        .min(Comparator.comparing(DueNode::due)).map(this::ahead).orElse(null);
  }

  private NodeAhead ahead(DueNode due) {
    var finish = rows.get(due.activity()).finish();
    var left = days(finish, due.due());
    return new NodeAhead(due.node().code(), due.node().name(), due.due(), finish, left,
        network.basis().rules().state(false, left, true));
  }

  private int days(LocalDate from, LocalDate to) {
    return network.horizon().day(to) - network.horizon().day(from);
  }

  private BitSet reached(int activity) {
    var reached = new BitSet();
    reached.set(activity);
    var grown = true;
    while (grown) {
      grown = false;
      for (var link : network.network().links()) {
        if (reached.get(link.from()) && !reached.get(link.to())) {
          reached.set(link.to());
          grown = true;
        }
      }
    }
    return reached;
  }

  /** What waits for the activity in the plan. */
  public List<Why.Successor> successors(int activity) {
    var next = new ArrayList<Why.Successor>();
    var seen = new BitSet();
    for (var link : network.network().links()) {
      if (link.from() == activity && !seen.get(link.to())) {
        seen.set(link.to());
        var row = rows.get(link.to());
        var template = network.basis().templateOf(link.to());
        next.add(new Why.Successor(row.activityId(), template.code(), template.name(), row.start(), row.finish(),
            row.floatDays(), network.basis().rules().state(false, row.floatDays(), false)));
      }
    }
    return next;
  }

  private Why.Link said(int activity, String kind, Words reason) {
    var seen = visible.test(rows.get(activity).projectId());
    return new Why.Link(seen ? rows.get(activity).activityId() : null, nameOf(activity), reason, kind, 0);
  }

  private Words crew(@Nullable String code) {
    return network.basis().crews().stream().filter(crew -> crew.code().equals(code)).map(Crew::name).findFirst()
        .orElse(Words.of("班组", "the crew"));
  }

  /** Project and activity. */
  public Words nameOf(int activity) {
    if (!visible.test(rows.get(activity).projectId())) {
      return ELSEWHERE;
    }
    var project = network.basis().projectOf(activity).name();
    var name = shortName(activity);
    return Words.of(project + " · " + name.zh(), project + " · " + name.en());
  }

  private Words shortName(int activity) {
    return network.basis().templateOf(activity).shortName();
  }
}
