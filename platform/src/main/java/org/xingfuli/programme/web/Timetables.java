package org.xingfuli.programme.web;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.DayType;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.Calendars;
import org.xingfuli.programme.flow.Frozen;
import org.xingfuli.programme.flow.ProjectQuantities;
import org.xingfuli.programme.flow.UtilityWindows;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.Crew;
import org.xingfuli.programme.model.Driver;
import org.xingfuli.programme.model.ForecastActivity;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.model.Horizon;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Quantities;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.TemplateStore;
import org.xingfuli.programme.web.TimetableView.ActivityBar;

/** Puts the timetable together: the forecast against the frozen plan, or one plan's own dates. */
@Component
class Timetables {

  /** The normal plum rain of Nantong (data: 06-18 to 07-13); no year's own dates are known before it comes. */
  private static final MonthDay PLUM_RAIN_FROM = MonthDay.of(6, 18);
  private static final MonthDay PLUM_RAIN_TO = MonthDay.of(7, 13);

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final TemplateStore templates;
  private final ForecastStore forecasts;
  private final ProjectQuantities quantities;
  private final Frozen frozen;
  private final Calendars calendars;
  private final Names names;
  private final UtilityWindows windows;

  Timetables(Transactions transactions, ProgrammeStore programmes, ProjectStore projects, PlanStore plans,
      TemplateStore templates, ForecastStore forecasts, ProjectQuantities quantities, Frozen frozen,
      Calendars calendars, Names names, UtilityWindows windows) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.projects = projects;
    this.plans = plans;
    this.templates = templates;
    this.forecasts = forecasts;
    this.quantities = quantities;
    this.frozen = frozen;
    this.calendars = calendars;
    this.names = names;
    this.windows = windows;
  }

  /**
   * @param planId a plan to show instead of the forecast
   * @param street only projects of this street
   * @param projectId only this project
   */
  TimetableView of(UUID programmeId, @Nullable UUID planId, @Nullable String street, @Nullable UUID projectId) {
    var calendar = calendars.current();
    return transactions.picture(() -> {
      var programme = programmes.find(programmeId).orElseThrow(Unknown::row);
      var shown = projects.ofProgramme(programmeId).stream()
          .filter(project -> street == null || project.street().equals(street))
          .filter(project -> projectId == null || project.id().equals(projectId)).toList();
      var plan = planId == null
          ? plans.frozen(programmeId).orElse(null)
          : plans.find(planId).filter(p -> p.programmeId().equals(programmeId)).orElseThrow(Unknown::row);
      if (plan == null) {
        return empty(programme, calendar);
      }
      var basis = transactions.as(SystemScope.of("programme.timetable"), () -> frozen.baseline(plan)).basis();
      return planId == null ? forecast(programme, plan, basis, shown, calendar)
          : planned(programme, plan, basis, shown, calendar);
    });
  }

  /** What the crews of a programme are called, by their code. */
  Map<String, Words> crewNames(UUID programmeId) {
    return transactions.here(() -> templates.crews(programmeId).stream()
        .collect(Collectors.toMap(Crew::code, Crew::name)));
  }

  private TimetableView forecast(
      Programme programme, Plan plan, Basis basis, List<Project> shown, WorkCalendar calendar) {
    var baseline = byActivity(plans.dates(plan.id()));
    var rows = forecasts.activities(programme.id());
    var nodes = forecasts.nodes(programme.id()).stream().collect(Collectors.groupingBy(ForecastNode::projectId));
    var bars = rows.isEmpty() ? planBars(plan, basis, shown, baseline) : forecastBars(rows, baseline, basis, shown);
    var projectBars = projectBars(shown, nodes, bars);
    var dataDate = forecasts.head(programme.id()).map(ForecastHead::dataDate).orElse(null);
    return view(programme, plan, basis, dataDate, TimetableView.Basis.FORECAST, projectBars, bars, calendar);
  }

  private TimetableView planned(
      Programme programme, Plan plan, Basis basis, List<Project> shown, WorkCalendar calendar) {
    var baseline = plans.frozen(programme.id()).map(f -> byActivity(plans.dates(f.id()))).orElse(Map.of());
    var bars = planBars(plan, basis, shown, baseline);
    var projectBars = projectBars(shown, Map.of(), bars);
    return view(programme, plan, basis, null, TimetableView.Basis.PLAN, projectBars, bars, calendar);
  }

  private static Map<UUID, Dates> byActivity(List<Dates> dates) {
    return dates.stream().collect(Collectors.toMap(Dates::activityId, Function.identity()));
  }

  private List<ActivityBar> forecastBars(
      List<ForecastActivity> rows, Map<UUID, Dates> baseline, Basis basis, List<Project> shown) {
    var ids = shown.stream().map(Project::id).collect(Collectors.toSet());
    var agreed = windows.of(shown);
    var bars = new ArrayList<ActivityBar>();
    for (var row : rows) {
      var before = baseline.get(row.activityId());
      if (before != null && ids.contains(row.projectId())) {
        var activity = basis.templateOf(row.position());
        bars.add(new ActivityBar(row.activityId(), row.projectId(), activity.code(), activity.name(),
            activity.phase(), row.start(), row.finish(), before.start(), before.finish(), row.latestStart(),
            row.floatDays(), row.critical(), row.percent(), row.state(), row.started(), activity.crews(),
            nodeCode(basis, row.position()),
            row.state() == State.DONE ? null : agreed.overrun(row.projectId(), activity.code(), row.finish())));
      }
    }
    return bars;
  }

  private List<ActivityBar> planBars(
      Plan plan, Basis basis, List<Project> shown, Map<UUID, Dates> baseline) {
    var ids = shown.stream().map(Project::id).collect(Collectors.toSet());
    var agreed = windows.of(shown);
    var bars = new ArrayList<ActivityBar>();
    for (var row : plans.dates(plan.id())) {
      if (ids.contains(row.projectId())) {
        var before = baseline.get(row.activityId());
        var activity = basis.templateOf(row.position());
        var state = basis.rules().state(false, row.floatDays(), false);
        bars.add(new ActivityBar(row.activityId(), row.projectId(), activity.code(), activity.name(),
            activity.phase(), row.start(), row.finish(), before == null ? null : before.start(),
            before == null ? null : before.finish(), row.latestStart(),
            row.floatDays(), row.critical(), 0, state, false, activity.crews(), nodeCode(basis, row.position()),
            agreed.overrun(row.projectId(), activity.code(), row.finish())));
      }
    }
    return bars;
  }

  private static @Nullable String nodeCode(Basis basis, int activity) {
    var code = basis.templateOf(activity).code();
    var size = basis.projectOf(activity).sizeClass();
    return basis.nodes().stream()
        .filter(node -> node.activityCode().equals(code) && node.appliesTo().binds(size))
        .map(node -> node.code()).findFirst().orElse(null);
  }

  private List<TimetableView.ProjectBar> projectBars(
      List<Project> shown, Map<UUID, List<ForecastNode>> nodes, List<ActivityBar> bars) {
    var amounts = quantities.of(shown);
    var streets = names.open();
    var bound = bars.stream().filter(bar -> bar.nodeCode() != null)
        .collect(Collectors.groupingBy(ActivityBar::projectId));
    return shown.stream().map(project -> projectBar(project, streets.area(project.street()),
        amounts.getOrDefault(project.id(), Quantities.NONE), nodes.getOrDefault(project.id(), List.of()),
        bound.getOrDefault(project.id(), List.of()))).toList();
  }

  private static TimetableView.ProjectBar projectBar(
      Project project, String street, Quantities amounts, List<ForecastNode> nodes, List<ActivityBar> bound) {
    var finish = bound.stream().map(ActivityBar::finish).max(LocalDate::compareTo).orElse(null);
    var least = nodes.isEmpty()
        ? bound.stream().mapToInt(ActivityBar::floatDays).min().orElse(0)
        : nodes.stream().filter(node -> node.state() != State.DONE).mapToInt(ForecastNode::floatDays).min().orElse(0);
    var states = nodes.isEmpty()
        ? bound.stream().map(ActivityBar::state) : nodes.stream().map(ForecastNode::state);
    var worst = states.min(State::compareTo).orElse(State.NOT_STARTED);
    return new TimetableView.ProjectBar(project.id(), project.code(), project.name(), project.street(), street,
        ProjectRow.count(amounts, Driver.BUILDINGS), ProjectRow.count(amounts, Driver.HOUSEHOLDS), finish, least,
        worst);
  }

  private TimetableView view(
      Programme programme, Plan plan, Basis basis, @Nullable LocalDate dataDate, TimetableView.Basis shown,
      List<TimetableView.ProjectBar> projectBars, List<ActivityBar> bars, WorkCalendar calendar) {
    var horizon = Horizon.of(basis.starts(), basis.year());
    var last = bars.stream().map(ActivityBar::finish).max(LocalDate::compareTo).orElse(horizon.last());
    return new TimetableView(programme.id(), plan.id(), plan.version(), plan.state(), dataDate, horizon.first(), last,
        shown, basis.nodes().stream().map(node -> NodeRow.of(node, calendar)).toList(),
        basis.crews().stream().map(crew -> pool(crew, basis)).toList(), projectBars, bars, links(basis, bars),
        marks(horizon.first(), last, calendar), plumRain(programme.year()));
  }

  private TimetableView empty(Programme programme, WorkCalendar calendar) {
    var last = LocalDate.of(programme.year(), 12, 31);
    return new TimetableView(programme.id(), null, null, null, null, programme.starts(), last,
        TimetableView.Basis.PLAN, programmes.nodes(programme.id()).stream().map(n -> NodeRow.of(n, calendar)).toList(),
        List.of(), List.of(), List.of(), List.of(), marks(programme.starts(), last, calendar),
        plumRain(programme.year()));
  }

  private static TimetableView.CrewPool pool(Crew crew, Basis basis) {
    var steps = new ArrayList<Crew.Change>();
    steps.add(new Crew.Change(basis.starts(), crew.capacity()));
    steps.addAll(crew.changes());
    return new TimetableView.CrewPool(crew.code(), crew.name(), crew.sharedWithin(), steps, basis.adopted().crewsMoved().stream()
        .filter(moved -> moved.crew().equals(crew.code()))
        .map(moved -> new TimetableView.CrewChange(moved.pool(), moved.from(), moved.until(), moved.by())).toList());
  }

  /** The relations between the activities shown, as the plan was expanded from the template. */
  private static List<TimetableView.BarLink> links(Basis basis, List<ActivityBar> bars) {
    var shown = bars.stream().map(ActivityBar::id).collect(Collectors.toSet());
    return links(basis).filter(link -> shown.contains(link.from()) && shown.contains(link.to())).toList();
  }

  static Stream<TimetableView.BarLink> links(Basis basis) {
    return basis.ties().stream().map(tie ->
        new TimetableView.BarLink(basis.idOf(tie.from()), basis.idOf(tie.to()), tie.kind(), tie.lagDays()));
  }

  private static List<TimetableView.DayMark> marks(LocalDate first, LocalDate last, WorkCalendar calendar) {
    return first.datesUntil(last.plusDays(1))
        .filter(date -> calendar.typeOf(date) == DayType.HOLIDAY_OFF
            || calendar.typeOf(date) == DayType.ADJUSTED_WORKDAY)
        .map(date -> new TimetableView.DayMark(
            date, calendar.typeOf(date), calendar.nameOf(date).orElse("")))
        .toList();
  }

  private static TimetableView.PlumRain plumRain(int year) {
    return new TimetableView.PlumRain(PLUM_RAIN_FROM.atYear(year), PLUM_RAIN_TO.atYear(year), true);
  }
}
