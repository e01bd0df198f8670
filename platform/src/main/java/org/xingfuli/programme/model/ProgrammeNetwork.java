package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Crew.Step;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.Planting;
import org.xingfuli.programme.model.Basis.ProjectBasis;
import org.xingfuli.programme.model.TemplateActivity.CalendarKind;

/**
 * A basis expanded into the engine's network: every project's activities with their durations, relations and crew pools.
 * Tasks are numbered like the basis numbers activities.
 *
 * @param pools the crew pools in the engine's order
 * @param durations days of each activity on its own calendar
 */
public record ProgrammeNetwork(
    Basis basis, Horizon horizon, Network network, List<Pool> pools, int[] durations, List<DueNode> dueNodes) {

  /** One pool of a crew: the district's, one street's, one estate's or one project's. */
  public record Pool(Crew crew, String sharedBy) {}

  /** A node as it binds one activity. */
  public record DueNode(ProgrammeNode node, int project, int activity, LocalDate due) {}

  /** An activity whose dates are facts: it keeps them and holds no crew any more. */
  public record Given(LocalDate start, LocalDate finish) {}

  public static ProgrammeNetwork of(Basis basis, WorkCalendar calendar) {
    return of(basis, calendar, Horizon.of(basis.starts(), basis.year()), Map.of(), null, Set.of());
  }

  /**
   * @param horizon the days there are
   * @param given activities that are done, by number
   * @param from activities not given start no earlier than this day, if any
   * @param started activities that have started: nothing they waited for is asked any more
   */
  public static ProgrammeNetwork of(
      Basis basis, WorkCalendar calendar, Horizon horizon, Map<Integer, Given> given, @Nullable LocalDate from,
      Set<Integer> started) {
    var facts = new HashSet<>(given.keySet());
    facts.addAll(started);
    return DraftNetwork.with(basis.adopted(), new Expansion(basis, calendar, horizon, given, from, started).expand(), facts);
  }

  /** The same plan over another network of the same activities. */
  ProgrammeNetwork over(Network other) {
    return over(basis, other);
  }

  /** The same plan with extra works behind its own, over a network that holds them. */
  ProgrammeNetwork over(Basis wider, Network other) {
    var lengths = new int[wider.size()];
    for (int activity = 0; activity < lengths.length; activity++) {
      lengths[activity] = other.task(activity).duration();
    }
    return new ProgrammeNetwork(wider, horizon, other, pools, lengths, dueNodes);
  }

  /**
   * An extra work as a task behind those there are.
   *
   * @throws Refused when no activity of the project works with its crew, so that the plan has no such crew for it
   */
  Task task(ExtraWork work, int project) {
    var its = basis.projects().get(project);
    var demands = work.activity().crews().stream().map(need -> new Demand(poolOf(need.crew(), its), need.number())).toList();
    var earliest = Expansion.later(basis.starts(), its.earliestStart());
    return new Task(Expansion.name(its, work.activity()), project,
        basis.rules().workingDuration(work.activity(), work.activity().duration()),
        Expansion.calendarOf(basis.rules(), work.activity()), Math.max(0, horizon.day(earliest)),
        basis.rules().stoppedByRain(work.activity()), demands);
  }

  private int poolOf(String code, ProjectBasis project) {
    for (int pool = 0; pool < pools.size(); pool++) {
      var its = pools.get(pool);
      if (its.crew().code().equals(code) && its.sharedBy().equals(Expansion.sharedBy(its.crew(), project))) {
        return pool;
      }
    }
    throw new Refused(Refusal.of("programme.draft-unknown-crew", Map.of("crew", code, "pointer", "/extra/crew")));
  }

  /** What an activity of a project waits for: the template's relations, changed by when the project plants. */
  public static List<Relation> relations(Basis basis, ProjectBasis project, TemplateActivity activity) {
    if (plantsInSpring(project, activity)) {
      return List.of(new Relation("C01", Relation.Kind.FS, 0));
    }
    if (project.planting() == Planting.AFTER_NODE) {
      return activity.predecessors().stream()
          .filter(relation -> basis.template().stream()
              .noneMatch(other -> other.code().equals(relation.predecessor()) && isPlanting(other)))
          .toList();
    }
    return activity.predecessors();
  }

  private static boolean plantsInSpring(ProjectBasis project, TemplateActivity activity) {
    return project.planting() == Planting.SPRING && isPlanting(activity);
  }

  private static boolean isPlanting(TemplateActivity activity) {
    return activity.driver() == Driver.GREEN_AREA;
  }

  /** Builds one network and is thrown away. */
  private static final class Expansion {
    private static final int EVERY_DAY = 0;
    private static final int OFFICE = 1;
    private static final int SITE = 2;

    private final Basis basis;
    private final Map<Integer, Given> given;
    private final @Nullable LocalDate from;
    private final Set<Integer> started;
    private final Horizon horizon;
    private final WorkCalendar calendar;
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, Crew> crews = new HashMap<>();
    private final Map<Pool, Integer> pools = new LinkedHashMap<>();
    private final NetworkBuilder builder = Network.builder();
    private final int[] durations;
    private final Map<String, LocalDate> dues = new HashMap<>();
    private final List<DueNode> dueNodes = new ArrayList<>();

    Expansion(Basis basis, WorkCalendar known, Horizon horizon, Map<Integer, Given> given, @Nullable LocalDate from,
        Set<Integer> started) {
      this.basis = basis;
      this.given = given;
      this.from = from;
      this.started = started;
      this.horizon = horizon;
      this.calendar = known.provisionalThrough(horizon.last().getYear());
      this.durations = new int[basis.size()];
      for (var activity : basis.template()) {
        codes.put(activity.code(), codes.size());
      }
      basis.crews().forEach(crew -> crews.put(crew.code(), crew));
      basis.nodes().forEach(node ->
          dues.put(node.code(), node.rule().resolve(node.nominal(), calendar).due()));
    }

    ProgrammeNetwork expand() {
      builder.horizon(horizon.days());
      builder.calendar(Calendar.everyPeriod());
      builder.calendar(Calendar.of(horizon.where(calendar::isWorkday), horizon.days()));
      builder.calendar(Calendar.of(horizon.where(date -> !springFestival(date)), horizon.days()));
      for (int activity = 0; activity < basis.size(); activity++) {
        builder.task(task(activity));
      }
      basis.ties().forEach(this::link);
      for (int project = 0; project < basis.projects().size(); project++) {
        nodes(project);
      }
      return new ProgrammeNetwork(
          basis, horizon, builder.build(), List.copyOf(pools.keySet()), durations, List.copyOf(dueNodes));
    }

    private boolean springFestival(LocalDate date) {
      return calendar.nameOf(date).filter("春节"::equals).isPresent() && !calendar.isWorkday(date);
    }

    private Task task(int number) {
      var project = basis.projectOf(number);
      var activity = basis.templateOf(number);
      var fact = given.get(number);
      if (fact != null) {
        var start = Math.max(0, horizon.day(fact.start()));
        durations[number] = Math.max(1, horizon.day(fact.finish()) + 1 - start);
        return new Task(name(project, activity), basis.projectAt(number), durations[number], EVERY_DAY, start, false,
            List.of());
      }
      var duration = basis.rules().workingDuration(activity, activity.durationFor(project.quantities()));
      durations[number] = duration;
      var demands = activity.crews().stream()
          .map(need -> new Demand(pool(need.crew(), project), need.number())).toList();
      return new Task(name(project, activity), basis.projectAt(number), duration, calendarOf(basis.rules(), activity),
          release(project, activity), basis.rules().stoppedByRain(activity), demands);
    }

    private static String name(ProjectBasis project, TemplateActivity activity) {
      return project.name() + " " + activity.code();
    }

    private static int calendarOf(PlanningRules rules, TemplateActivity activity) {
      if (activity.calendar() == CalendarKind.OFFICE) {
        return rules.office() == PlanningRules.Office.WORKING_DAYS ? OFFICE : EVERY_DAY;
      }
      return rules.site() == PlanningRules.Site.REST_AT_SPRING_FESTIVAL ? SITE : EVERY_DAY;
    }

    private int release(ProjectBasis project, TemplateActivity activity) {
      var earliest = basis.starts();
      var own = plantsInSpring(project, activity) ? new Earliest(0, MonthDay.of(3, 1)) : activity.earliest();
      // The survey's own day gives way to the programme's or the project's start, so that a year may begin earlier.
      if (own != null && !(activity.predecessors().isEmpty() && own.yearOffset() < 0)) {
        earliest = later(earliest, own.in(basis.year()));
      }
      earliest = later(earliest, project.earliestStart());
      var window = project.windows().get(activity.code());
      earliest = later(earliest, window == null ? null : window.from());
      earliest = later(earliest, from);
      return horizon.day(earliest);
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
      return other != null && other.isAfter(one) ? other : one;
    }

    private int pool(String code, ProjectBasis project) {
      var crew = crews.get(code);
      if (crew == null) {
        throw new IllegalStateException("crew " + code + " is not in the basis");
      }
      var sharedBy = sharedBy(crew, project);
      return pools.computeIfAbsent(new Pool(crew, sharedBy), pool -> {
        var steps = new ArrayList<Step>();
        var capacity = crew.capacity();
        for (var change : crew.changes()) {
          var day = horizon.day(change.from());
          if (day <= 0) {
            capacity = change.capacity();
          }
        }
        steps.add(new Step(0, capacity));
        crew.changes().stream().filter(change -> horizon.day(change.from()) > 0)
            .forEach(change -> steps.add(new Step(horizon.day(change.from()), change.capacity())));
        var label = code + (sharedBy.isEmpty() ? "" : "@" + sharedBy);
        return builder.crew(new org.xingfuli.engine.scheduling.Crew(label, steps));
      });
    }

    private static String sharedBy(Crew crew, ProjectBasis project) {
      return switch (crew.sharedWithin()) {
        case DISTRICT -> "";
        case STREET -> project.street();
        case ESTATE -> project.mainEstate().toString();
        case PROJECT -> project.id().toString();
      };
    }

    private void link(Basis.Tie tie) {
      if (!given.containsKey(tie.to()) && !started.contains(tie.to())) {
        builder.link(new Link(tie.from(), tie.to(), Link.Kind.valueOf(tie.kind().name()), tie.lagDays()));
      }
    }

    private void nodes(int project) {
      var size = basis.template().size();
      var end = Integer.MIN_VALUE;
      for (var node : basis.nodes()) {
        var at = codes.get(node.activityCode());
        var due = dues.get(node.code());
        if (at == null || due == null || !node.appliesTo().binds(basis.projects().get(project).sizeClass())) {
          continue;
        }
        var activity = project * size + at;
        dueNodes.add(new DueNode(node, project, activity, due));
        builder.node(new Node(node.code(), activity, horizon.day(due) + 1, node.weight()));
        end = Math.max(end, horizon.day(due) + 1 + tail(project, activity, basis.activitiesAt(project)));
      }
      if (end > Integer.MIN_VALUE) {
        builder.projectEnd(project, Math.min(end, horizon.days()));
      }
    }

    /** Longest chain of work behind a node's activity, so that what follows is not said to have all the year left. */
    private int tail(int project, int activity, List<Integer> own) {
      var code = basis.templateOf(activity).code();
      var longest = 0;
      for (int next : own) {
        for (var relation : basis.templateOf(next).predecessors()) {
          if (relation.predecessor().equals(code) && relation.kind() == Relation.Kind.FS) {
            longest = Math.max(longest, relation.lagDays() + durations[next] + tail(project, next, own));
          }
        }
      }
      return longest;
    }
  }
}
