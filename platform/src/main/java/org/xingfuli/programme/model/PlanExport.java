package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Programme.Due;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.Span;
import org.xingfuli.exchange.plans.model.WorkDays;
import org.xingfuli.programme.model.ProgrammeNetwork.Pool;

/**
 * Some projects of a plan as a programme for other planning software: their activities with dates, links, calendars, the
 * crews they need, and their nodes.
 */
public final class PlanExport {

  /** What people call the phases; other codes stand as they are. */
  private static final Map<String, String> PHASES = Map.of("PREP", "前期", "DEMO", "拆违", "MOB", "进场", "ROOF", "平改坡", "FACADE",
      "外墙与楼道", "UNDER", "管网", "EXT", "室外", "HAND", "物业移交", "CLOSE", "验收交付");
  private static final List<String> CALENDARS = List.of("每天 every day", "机关工作日 office", "工地 site");

  private final ProgrammeNetwork expanded;
  private final Map<UUID, Dated> dates;
  private final Map<String, String> streets;
  private final List<WorkDays> calendars = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Map<Integer, Integer> crews = new HashMap<>();
  private final List<org.xingfuli.exchange.plans.model.Programme.Pool> pools = new ArrayList<>();

  /**
   * Dates of an activity.
   *
   * @param finish last day
   * @param baseline what was frozen, when the dates are another plan's or the forecast's
   * @param percent done, when it has begun
   */
  public record Dated(LocalDate start, LocalDate finish, @Nullable Span baseline, boolean started, boolean done, int percent) {}

  /** @param streets names of areas, for crews that are shared within one */
  public PlanExport(ProgrammeNetwork expanded, Map<UUID, Dated> dates, Map<String, String> streets) {
    this.expanded = expanded;
    this.dates = dates;
    this.streets = streets;
  }

  /** Holds the projects that pass, in the plan's order. */
  public org.xingfuli.exchange.plans.model.Programme of(String name, Set<UUID> shown) {
    var basis = expanded.basis();
    var horizon = expanded.horizon();
    for (int c = 0; c < expanded.network().calendars().size(); c++) {
      var calendar = expanded.network().calendars().get(c);
      calendars.add(WorkDays.of(CALENDARS.get(c), horizon.first(), horizon.days(), date -> calendar.works(horizon.day(date))));
    }
    var projects = new ArrayList<String>();
    var activities = new ArrayList<Activity>();
    var first = basis.starts();
    for (int project = 0; project < basis.projects().size(); project++) {
      if (!shown.contains(basis.projects().get(project).id())) {
        continue;
      }
      projects.add(basis.projects().get(project).name());
      for (int n : basis.activitiesAt(project)) {
        var dated = dates.get(basis.idOf(n));
        if (dated != null) {
          numbers.put(n, activities.size());
          activities.add(activity(n, projects.size(), projects.getLast(), dated));
          first = dated.start().isBefore(first) ? dated.start() : first;
        }
      }
    }
    return new org.xingfuli.exchange.plans.model.Programme(name, first, projects, calendars, pools, activities, ties(), dues(),
        Set.of());
  }

  private Activity activity(int n, int project, String projectName, Dated dated) {
    var template = expanded.basis().templateOf(n);
    var task = expanded.network().task(n);
    var span = new Span(dated.start(), dated.finish().plusDays(1));
    int calendar = task.calendar();
    int days = calendars.get(calendar).count(span.start(), span.end());
    if (days == 0) {
      // What really happened may lie on days on which nobody was meant to work.
      calendar = 0;
      days = calendars.get(0).count(span.start(), span.end());
    }
    var release = expanded.horizon().date(task.release());
    boolean held = task.release() > 0 && !release.isAfter(dated.start());
    var actual = dated.started() || dated.done()
        ? new Activity.Actual(dated.start(), dated.done() ? span.end() : null, dated.done() ? 100 : dated.percent()) : null;
    return new Activity("%02d-%s".formatted(project, template.code()), template.code(), template.name().zh(),
        List.of(projectName, PHASES.getOrDefault(template.phase(), template.phase())), project - 1, days, calendar, held ? release : null, false, demands(task.demands()),
        span, dated.baseline(), actual);
  }

  private List<Demand> demands(List<Demand> own) {
    return own.stream().map(demand -> new Demand(crews.computeIfAbsent(demand.crew(), this::pool), demand.number())).toList();
  }

  private int pool(int crew) {
    var pool = expanded.pools().get(crew);
    var capacity = new TreeMap<LocalDate, Integer>();
    expanded.network().crews().get(crew).profile()
        .forEach(step -> capacity.put(expanded.horizon().date(step.from()), step.capacity()));
    var shared = sharedBy(pool);
    pools.add(new org.xingfuli.exchange.plans.model.Programme.Pool(pool.crew().code() + (shared.isEmpty() ? "" : "@" + shared),
        pool.crew().name().zh() + (shared.isEmpty() ? "" : "（" + shared + "）"), capacity));
    return pools.size() - 1;
  }

  private String sharedBy(Pool pool) {
    return switch (pool.crew().sharedWithin()) {
      case DISTRICT -> "";
      case STREET -> streets.getOrDefault(pool.sharedBy(), pool.sharedBy());
      case ESTATE -> expanded.basis().projects().stream().filter(p -> p.mainEstate().toString().equals(pool.sharedBy()))
          .map(Basis.ProjectBasis::name).findFirst().orElse(pool.sharedBy());
      case PROJECT -> expanded.basis().projects().stream().filter(p -> p.id().toString().equals(pool.sharedBy()))
          .map(Basis.ProjectBasis::name).findFirst().orElse(pool.sharedBy());
    };
  }

  private List<Tie> ties() {
    var ties = new ArrayList<Tie>();
    for (var link : expanded.network().links()) {
      var from = numbers.get(link.from());
      var to = numbers.get(link.to());
      if (from != null && to != null) {
        ties.add(Tie.elapsed(from, to, link.kind(), link.lag()));
      }
    }
    return ties;
  }

  private List<Due> dues() {
    var dues = new ArrayList<Due>();
    for (var due : expanded.dueNodes()) {
      var activity = numbers.get(due.activity());
      if (activity != null) {
        dues.add(new Due(due.node().code(), activity, due.due(), due.node().weight()));
      }
    }
    return dues;
  }
}
