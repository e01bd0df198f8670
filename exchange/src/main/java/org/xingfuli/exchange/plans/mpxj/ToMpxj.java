package org.xingfuli.exchange.plans.mpxj;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mpxj.ActivityStatus;
import org.mpxj.ActivityType;
import org.mpxj.Availability;
import org.mpxj.AvailabilityTable;
import org.mpxj.ConstraintType;
import org.mpxj.CostRateTableEntry;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectCalendarDays;
import org.mpxj.ProjectFile;
import org.mpxj.Rate;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.RelationshipLagCalendar;
import org.mpxj.Resource;
import org.mpxj.ResourceType;
import org.mpxj.Task;
import org.mpxj.TaskField;
import org.mpxj.TaskMode;
import org.mpxj.TaskType;
import org.mpxj.TimeUnit;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Due;
import org.xingfuli.exchange.plans.model.Programme.Pool;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.Span;
import org.xingfuli.exchange.plans.model.WorkDays;

/** A programme as MPXJ's model: days of eight hours, a finish in the evening of the last day. */
final class ToMpxj {

  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);
  private static final int HOURS = 8;
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1984, 1, 1, 0, 0);

  private final Programme programme;
  private final boolean primavera;
  private final Findings findings;
  private final ProjectFile file = new ProjectFile();
  private final List<ProjectCalendar> calendars = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final Map<List<String>, Task> groups = new HashMap<>();
  private final Map<Integer, Due> dues = new LinkedHashMap<>();
  private final boolean[] ends;

  ToMpxj(Programme programme, boolean primavera, Findings findings) {
    this.programme = programme.planned() != null ? programme : programme.dated(ForwardPass.of(programme.network()));
    this.primavera = primavera;
    this.findings = findings;
    this.ends = programme.endsWork();
  }

  ProjectFile file() {
    var config = file.getProjectConfig();
    config.setAutoTaskUniqueID(false);
    config.setAutoTaskID(false);
    config.setAutoWBS(false);
    config.setAutoOutlineLevel(true);
    config.setAutoOutlineNumber(false);
    var properties = file.getProjectProperties();
    properties.setName(programme.name());
    properties.setProjectTitle(programme.name());
    properties.setProjectID(programme.name().length() > 20 ? programme.name().substring(0, 20) : programme.name());
    properties.setStartDate(programme.start().atTime(OPENS));
    properties.setPlannedStart(programme.start().atTime(OPENS));
    properties.setDefaultStartTime(OPENS);
    properties.setDefaultEndTime(CLOSES);
    properties.setMinutesPerDay(HOURS * 60);
    properties.setMinutesPerWeek(5 * HOURS * 60);
    properties.setDaysPerMonth(20);
    aliases();
    programme.calendars().forEach(this::calendar);
    file.setDefaultCalendar(calendars.get(0));
    programme.crews().forEach(this::resource);
    programme.dues().forEach(this::remember);
    programme.activities().forEach(activity -> tasks.add(row(activity)));
    numbers();
    for (int i = 0; i < tasks.size(); i++) {
      task(i);
    }
    programme.ties().forEach(this::tie);
    if (!primavera) {
      levelled();
    }
    file.getChildTasks().forEach(this::roll);
    return file;
  }

  private void aliases() {
    file.getCustomFields().getOrCreate(TaskField.TEXT30).setAlias(Aliases.ID);
    file.getCustomFields().getOrCreate(TaskField.TEXT28).setAlias(Aliases.WBS);
    file.getCustomFields().getOrCreate(TaskField.TEXT29).setAlias(Aliases.NODE);
    file.getCustomFields().getOrCreate(TaskField.NUMBER20).setAlias(Aliases.WEIGHT);
    file.getCustomFields().getOrCreate(TaskField.FLAG20).setAlias(Aliases.RAIN);
  }

  private void calendar(WorkDays days) {
    var calendar = file.addCalendar();
    calendar.setName(unique(days.name()));
    for (var day : DayOfWeek.values()) {
      boolean works = days.week().contains(day);
      calendar.setWorkingDay(day, works);
      var hours = calendar.addCalendarHours(day);
      if (works) {
        hours.add(ProjectCalendarDays.DEFAULT_WORKING_MORNING);
        hours.add(ProjectCalendarDays.DEFAULT_WORKING_AFTERNOON);
      }
    }
    LocalDate from = null;
    LocalDate last = null;
    Boolean worked = null;
    for (var exception : days.exceptions().entrySet()) {
      if (from != null && last != null && last.plusDays(1).equals(exception.getKey()) && exception.getValue().equals(worked)) {
        last = exception.getKey();
        continue;
      }
      exception(calendar, from, last, worked);
      from = exception.getKey();
      last = from;
      worked = exception.getValue();
    }
    exception(calendar, from, last, worked);
    calendar.setCalendarMinutesPerDay(HOURS * 60);
    calendars.add(calendar);
  }

  private String unique(String name) {
    var wanted = name.isBlank() ? "日历 calendar" : name;
    var found = wanted;
    for (int n = 2; file.getCalendarByName(found) != null; n++) {
      found = wanted + " " + n;
    }
    return found;
  }

  private static void exception(ProjectCalendar calendar, @Nullable LocalDate from, @Nullable LocalDate last,
      @Nullable Boolean worked) {
    if (from == null || last == null || worked == null) {
      return;
    }
    var exception = calendar.addCalendarException(from, last);
    if (worked) {
      exception.add(new LocalTimeRange(OPENS, LocalTime.of(12, 0)));
      exception.add(new LocalTimeRange(LocalTime.of(13, 0), CLOSES));
    }
  }

  private void resource(Pool pool) {
    var resource = file.addResource();
    resource.setName(pool.name());
    resource.setCode(pool.code());
    resource.setResourceID(pool.code());
    resource.setInitials(pool.code());
    resource.setType(ResourceType.WORK);
    resource.setCalendar(calendars.get(0));
    var table = new AvailabilityTable();
    var steps = List.copyOf(pool.capacity().entrySet());
    for (int i = 0; i < steps.size(); i++) {
      var from = i == 0 && !primavera ? ALWAYS : steps.get(i).getKey().atStartOfDay();
      var to = i + 1 == steps.size() ? AvailabilityTable.END_DATE_NA
          : steps.get(i + 1).getKey().atStartOfDay().minusMinutes(1);
      table.add(new Availability(from, to, 100.0 * steps.get(i).getValue()));
    }
    resource.getAvailability().clear();
    resource.getAvailability().addAll(table);
    if (primavera) {
      // Primavera keeps how many there are with the prices; without one there is one of each.
      resource.getCostRateTable(0).clear();
      table.forEach(entry -> resource.getCostRateTable(0).add(new CostRateTableEntry(entry.getRange().getStart(),
          entry.getRange().getEnd(), 0, Rate.ZERO, Rate.ZERO, Rate.ZERO, Rate.ZERO, Rate.ZERO)));
    }
    resources.add(resource);
  }

  private void remember(Due due) {
    dues.merge(due.activity(), due, (one, other) -> {
      var first = one.by().isAfter(other.by()) ? other : one;
      var left = first == one ? other : one;
      findings.lose(Loss.Kind.SEVERAL_NODES, programme.activities().get(due.activity()).label(), left.code() + " " + left.by());
      return first;
    });
  }

  /** The task's row, below the rows it stands under. */
  private Task row(Activity activity) {
    var path = new ArrayList<>(activity.groups());
    if (programme.projects().size() > 1
        && (path.isEmpty() || !path.get(0).equals(programme.projects().get(activity.project())))) {
      path.addFirst(programme.projects().get(activity.project()));
    }
    var parent = group(path, activity.project());
    return parent == null ? file.addTask() : parent.addTask();
  }

  /** Two projects of the same name stay two: the project's number is part of the key. */
  private @Nullable Task group(List<String> path, int project) {
    if (path.isEmpty()) {
      return primavera ? root() : null;
    }
    var key = new ArrayList<>(path);
    key.addFirst(String.valueOf(project));
    var known = groups.get(key);
    if (known == null) {
      var parent = group(path.subList(0, path.size() - 1), project);
      known = parent == null ? file.addTask() : parent.addTask();
      known.setName(path.get(path.size() - 1));
      known.setSummary(true);
      known.setWBS((parent == null ? "" : parent.getWBS() + ".") + (groups.size() + 1));
      groups.put(List.copyOf(key), known);
    }
    return known;
  }

  /** Primavera asks for an outermost row that is the project. */
  private Task root() {
    return groups.computeIfAbsent(List.of(), none -> {
      var root = file.addTask();
      root.setName(programme.name());
      root.setSummary(true);
      root.setWBS(file.getProjectProperties().getProjectID());
      return root;
    });
  }

  private void task(int i) {
    var activity = programme.activities().get(i);
    var task = tasks.get(i);
    var span = Objects.requireNonNull(activity.planned());
    var days = Duration.getInstance(primavera ? activity.days() * HOURS : activity.days(), primavera ? TimeUnit.HOURS : TimeUnit.DAYS);
    task.setName(activity.name());
    task.setWBS(activity.wbs());
    task.setActivityID(activity.id());
    task.setText(30, activity.id());
    if (primavera && !activity.wbs().isEmpty()) {
      task.setText(28, activity.wbs());
    }
    if (activity.rainSensitive()) {
      task.setFlag(20, true);
    }
    task.setCalendar(calendars.get(activity.calendar()));
    task.setIgnoreResourceCalendar(true);
    task.setTaskMode(TaskMode.AUTO_SCHEDULED);
    task.setType(TaskType.FIXED_DURATION);
    task.setDuration(days);
    task.setMilestone(activity.days() == 0);
    task.setStart(begin(span, ends[i]));
    task.setFinish(finish(span, ends[i]));
    task.setConstraintType(ConstraintType.AS_SOON_AS_POSSIBLE);
    if (activity.notBefore() != null) {
      task.setConstraintType(ConstraintType.START_NO_EARLIER_THAN);
      task.setConstraintDate(activity.notBefore().atTime(OPENS));
    }
    due(task, i);
    if (activity.baseline() != null && primavera) {
      findings.lose(Loss.Kind.NOT_IN_FORMAT, activity.label(), "基线 baseline");
    } else if (activity.baseline() != null) {
      var from = begin(activity.baseline(), ends[i]);
      var to = finish(activity.baseline(), ends[i]);
      task.setBaselineStart(from);
      task.setBaselineFinish(to);
      task.setBaselineDuration(days);
    }
    actual(task, activity, days);
    if (primavera) {
      task.setActivityType(activity.days() > 0 ? ActivityType.TASK_DEPENDENT
          : ends[i] ? ActivityType.FINISH_MILESTONE : ActivityType.START_MILESTONE);
      task.setPlannedStart(task.getStart());
      task.setPlannedFinish(task.getFinish());
      task.setPlannedDuration(days);
      task.setEarlyStart(task.getStart());
      task.setEarlyFinish(task.getFinish());
      task.setRemainingEarlyStart(task.getStart());
      task.setRemainingEarlyFinish(task.getFinish());
    }
    for (var demand : activity.demands()) {
      var assignment = task.addResourceAssignment(resources.get(demand.crew()));
      var work = Duration.getInstance(activity.days() * HOURS * demand.number(), TimeUnit.HOURS);
      assignment.setUnits(100.0 * demand.number());
      assignment.setWork(work);
      assignment.setRemainingWork(work);
      assignment.setPlannedWork(work);
      assignment.setRemainingUnits(100.0 * demand.number());
      assignment.setStart(task.getStart());
      assignment.setFinish(task.getFinish());
      assignment.setPlannedStart(task.getStart());
      assignment.setPlannedFinish(task.getFinish());
    }
  }

  private void due(Task task, int i) {
    var due = dues.get(i);
    if (due == null) {
      return;
    }
    task.setText(29, due.code());
    task.setNumber(20, due.weight());
    if (!primavera) {
      task.setDeadline(due.by().atTime(CLOSES));
    } else if (task.getConstraintDate() == null) {
      task.setConstraintType(ConstraintType.FINISH_NO_LATER_THAN);
      task.setConstraintDate(due.by().atTime(CLOSES));
    } else {
      task.setSecondaryConstraintType(ConstraintType.FINISH_NO_LATER_THAN);
      task.setSecondaryConstraintDate(due.by().atTime(CLOSES));
    }
  }

  private void actual(Task task, Activity activity, Duration days) {
    var actual = activity.actual();
    task.setRemainingDuration(days);
    task.setActualDuration(Duration.getInstance(0, days.getUnits()));
    task.setPercentageComplete(0);
    if (primavera) {
      task.setActivityStatus(ActivityStatus.NOT_STARTED);
    }
    if (actual == null || actual.start() == null) {
      return;
    }
    task.setActualStart(actual.start().atTime(OPENS));
    task.setPercentageComplete(actual.end() != null ? 100 : actual.percent());
    if (actual.end() != null) {
      task.setActualFinish(activity.days() == 0 ? task.getFinish() : actual.end().minusDays(1).atTime(CLOSES));
      task.setRemainingDuration(Duration.getInstance(0, days.getUnits()));
      task.setActualDuration(days);
    } else {
      double done = days.getDuration() * actual.percent() / 100;
      task.setActualDuration(Duration.getInstance(done, days.getUnits()));
      task.setRemainingDuration(Duration.getInstance(days.getDuration() - done, days.getUnits()));
    }
    if (primavera) {
      task.setActivityStatus(actual.end() != null ? ActivityStatus.COMPLETED : ActivityStatus.IN_PROGRESS);
    }
  }

  private void tie(Tie tie) {
    var from = tasks.get(tie.from());
    var to = tasks.get(tie.to());
    to.addPredecessor(new Relation.Builder().predecessorTask(from).successorTask(to).type(type(tie)).lag(lag(tie)));
  }

  private static RelationType type(Tie tie) {
    return switch (tie.kind()) {
      case FS -> RelationType.FINISH_START;
      case SS -> RelationType.START_START;
      case FF -> RelationType.FINISH_FINISH;
      case SF -> RelationType.START_FINISH;
    };
  }

  /** Elapsed in both formats where ours is; in Primavera the whole file counts one way. */
  private Duration lag(Tie tie) {
    if (tie.lag() == 0) {
      return Duration.getInstance(0, primavera ? TimeUnit.HOURS : TimeUnit.DAYS);
    }
    boolean worked = tie.calendar() != Tie.ELAPSED;
    var place = programme.activities().get(tie.from()).label() + " → " + programme.activities().get(tie.to()).label();
    if (worked && tie.calendar() != programme.activities().get(tie.to()).calendar()) {
      findings.lose(Loss.Kind.LAG_CALENDAR, place, tie.lag() + " d, " + programme.calendars().get(tie.calendar()).name());
    }
    if (!primavera) {
      return Duration.getInstance(tie.lag(), worked ? TimeUnit.DAYS : TimeUnit.ELAPSED_DAYS);
    }
    boolean allWorked = allWorked();
    file.getProjectProperties().setRelationshipLagCalendar(
        allWorked ? RelationshipLagCalendar.SUCCESSOR : RelationshipLagCalendar.TWENTY_FOUR_HOUR);
    if (allWorked) {
      return Duration.getInstance(tie.lag() * HOURS, TimeUnit.HOURS);
    }
    int days = tie.lag();
    if (worked) {
      days = elapsed(tie);
      findings.lose(Loss.Kind.LAG_ELAPSED, place, tie.lag() + " d → " + days + " d");
    }
    return Duration.getInstance(days * 24, TimeUnit.HOURS);
  }

  private boolean allWorked() {
    return programme.ties().stream().allMatch(tie -> tie.lag() == 0 || tie.calendar() != Tie.ELAPSED);
  }

  /** A worked lag in calendar days, as it falls where the predecessor stands. */
  private int elapsed(Tie tie) {
    var span = Objects.requireNonNull(programme.activities().get(tie.from()).planned());
    var days = programme.calendars().get(tie.calendar());
    var from = tie.kind().name().startsWith("S") ? span.start() : span.end();
    var at = from;
    for (int left = tie.lag(); left > 0; at = at.plusDays(1)) {
      left -= days.works(at) ? 1 : 0;
    }
    return (int) ChronoUnit.DAYS.between(from, at);
  }

  /**
   * What crews hold back becomes Microsoft Project's levelling delay, so that it keeps the dates when it computes anew.
   */
  private void levelled() {
    var earliest = new LocalDate[tasks.size()];
    for (int i = 0; i < earliest.length; i++) {
      var release = programme.activities().get(i).notBefore();
      earliest[i] = release == null ? programme.start() : release;
    }
    for (var tie : programme.ties()) {
      var from = Objects.requireNonNull(programme.activities().get(tie.from()).planned());
      var to = programme.activities().get(tie.to());
      var days = programme.calendars().get(to.calendar());
      int lag = tie.calendar() == Tie.ELAPSED || tie.lag() <= 0 ? tie.lag() : elapsed(tie);
      var bound = (tie.kind().name().startsWith("S") ? from.start() : from.end()).plusDays(lag);
      if (tie.kind().name().endsWith("F")) {
        bound = startFor(bound, to.days(), days);
      }
      earliest[tie.to()] = bound.isAfter(earliest[tie.to()]) ? bound : earliest[tie.to()];
    }
    for (int i = 0; i < earliest.length; i++) {
      var activity = programme.activities().get(i);
      var days = programme.calendars().get(activity.calendar());
      var natural = earliest[i];
      for (int steps = 0; activity.days() > 0 && !days.works(natural) && steps < 4000; steps++) {
        natural = natural.plusDays(1);
      }
      long delay = ChronoUnit.DAYS.between(natural, Objects.requireNonNull(activity.planned()).start());
      if (delay > 0) {
        tasks.get(i).setLevelingDelayFormat(TimeUnit.ELAPSED_DAYS);
        tasks.get(i).setLevelingDelay(Duration.getInstance(delay, TimeUnit.ELAPSED_DAYS));
      }
    }
  }

  private static LocalDate startFor(LocalDate end, int duration, WorkDays days) {
    var at = end;
    for (int left = duration, steps = 0; left > 0 && steps < 20_000; steps++) {
      at = at.minusDays(1);
      left -= days.works(at) ? 1 : 0;
    }
    return at;
  }

  /** Numbers in the order of the rows, before anything refers to them; our ids where they are numbers. */
  private void numbers() {
    boolean whole = programme.activities().stream().map(Activity::id).allMatch(id -> id.matches("[1-9]\\d{0,6}"));
    var own = new HashMap<Task, Integer>();
    for (int i = 0; whole && i < tasks.size(); i++) {
      own.put(tasks.get(i), Integer.parseInt(programme.activities().get(i).id()));
    }
    int[] next = {0, own.values().stream().mapToInt(Integer::intValue).max().orElse(0)};
    int[] row = {0};
    file.getChildTasks().forEach(task -> number(task, String.valueOf(++row[0]), next, own));
  }

  private static void number(Task task, String outline, int[] next, Map<Task, Integer> own) {
    task.setOutlineNumber(outline);
    task.setID(++next[0]);
    var id = own.get(task);
    task.setUniqueID(id != null ? id : ++next[1]);
    int[] row = {0};
    task.getChildTasks().forEach(child -> number(child, outline + "." + ++row[0], next, own));
  }

  /** Summary rows reach from the first to the last day of what stands below them. */
  private void roll(Task task) {
    if (!task.hasChildTasks()) {
      return;
    }
    task.getChildTasks().forEach(this::roll);
    var from = task.getChildTasks().stream().map(Task::getStart).filter(Objects::nonNull)
        .min(LocalDateTime::compareTo).orElse(programme.start().atTime(OPENS));
    var to = task.getChildTasks().stream().map(Task::getFinish).filter(Objects::nonNull)
        .max(LocalDateTime::compareTo).orElse(from);
    var finish = to.isBefore(from) ? from : to;
    task.setStart(from);
    task.setFinish(finish);
    task.setDuration(calendars.get(0).getDuration(from, finish));
  }

  private LocalDateTime begin(Span span, boolean endsWork) {
    return span.instant() ? finish(span, endsWork) : span.start().atTime(OPENS);
  }

  /** The evening of the last day; nothing is in the evening before the programme begins. */
  private LocalDateTime finish(Span span, boolean endsWork) {
    boolean morning = span.instant() && (!endsWork || !span.start().isAfter(programme.start()));
    return morning ? span.start().atTime(OPENS) : span.last().atTime(CLOSES);
  }
}
