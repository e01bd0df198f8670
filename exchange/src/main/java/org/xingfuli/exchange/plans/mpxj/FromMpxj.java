package org.xingfuli.exchange.plans.mpxj;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mpxj.ActivityType;
import org.mpxj.Duration;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Resource;
import org.mpxj.ResourceAssignment;
import org.mpxj.ResourceType;
import org.mpxj.Task;
import org.mpxj.TaskMode;
import org.mpxj.TimeUnit;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Due;
import org.xingfuli.exchange.plans.model.Programme.Pool;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.Span;
import org.xingfuli.exchange.plans.model.WorkDays;
import org.xingfuli.exchange.plans.mpxj.ForeignPlans.Format;
import org.xingfuli.exchange.plans.mpxj.MpxjCalendars.Hours;

/** MPXJ's model of a file as a programme; hours become days, and what has no place here is reported. */
final class FromMpxj {

  /** Durations this close to whole days are whole days; P6 stores hours with a few decimals. */
  private static final double CLOSE = 0.02;
  private static final int EARLIER_START = 3 * 366;

  private final List<ProjectFile> files;
  private final boolean primavera;
  /** Whether every duration was looked at before, with its line; of an .mpp none can be. */
  private final boolean checked;
  /** Where Primavera's file holds none, MPXJ shows the planned dates in their place. */
  private final boolean baselines;
  private final Findings findings;
  private final Map<Task, Integer> indexes = new LinkedHashMap<>();
  private final Map<Task, Hours> hoursOf = new HashMap<>();
  private final Map<Object, Integer> crewOf = new HashMap<>();
  private final List<Pool> pools = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();
  private final List<Due> dues = new ArrayList<>();
  private LocalDate start = LocalDate.EPOCH;
  private MpxjCalendars calendars;

  FromMpxj(List<ProjectFile> files, Format format, Findings findings) {
    this.files = files;
    this.primavera = format == Format.XER || format == Format.PMXML;
    this.checked = format != Format.MPP;
    this.baselines = !primavera
        || files.stream().anyMatch(file -> file.getBaselines().stream().anyMatch(Objects::nonNull));
    this.findings = findings;
    this.calendars = new MpxjCalendars(start, findings);
  }

  @Nullable Programme programme() {
    files.forEach(this::gather);
    if (indexes.isEmpty()) {
      findings.fault("plan-file.no-activities", Map.of());
      return null;
    }
    var first = firstDay();
    if (first == null) {
      if (findings.faults().isEmpty()) {
        findings.fault("plan-file.no-dates", Map.of());
      }
      return null;
    }
    start = first;
    calendars = new MpxjCalendars(start, findings);
    var activities = new ArrayList<Activity>();
    var projects = new MpxjProjects(files, indexes.keySet(), primavera);
    var ids = ids();
    indexes.forEach((task, index) -> activities.add(activity(task, index, ids.get(index), projects)));
    var ties = new MpxjTies(indexes, hoursOf, activities, calendars, findings, primavera).ties();
    for (var file : files) {
      resourcesNotTaken(file);
      if (file.getProjectProperties().getStatusDate() != null && indexes.keySet().stream().anyMatch(FromMpxj::begun)) {
        findings.lose(Loss.Kind.STATUS_DATE, projects.name(file), file.getProjectProperties().getStatusDate().toLocalDate());
      }
    }
    return new Programme(projects.title(), start, projects.names(), calendars.days(), pools, activities, ties, dues,
        Set.of());
  }

  private void gather(ProjectFile file) {
    var tasks = new ArrayList<>(file.getTasks());
    if (primavera) {
      // MPXJ sorts by activity code; the file's own order is that of its numbers.
      tasks.sort(Comparator.comparing(Task::getUniqueID));
    }
    for (var task : tasks) {
      if (task.getNull() || task.hasChildTasks() || isRoot(task, file)) {
        summary(task);
      } else if (!task.getActive()) {
        findings.lose(Loss.Kind.INACTIVE, label(task), "");
      } else if (stretches(task)) {
        if (task.getActivityType() != ActivityType.WBS_SUMMARY || !task.getPredecessors().isEmpty()) {
          findings.lose(Loss.Kind.LEVEL_OF_EFFORT, label(task), task.getActivityType());
        }
      } else {
        indexes.put(task, indexes.size());
      }
    }
  }

  private boolean isRoot(Task task, ProjectFile file) {
    boolean lowest = Objects.equals(task.getOutlineLevel(), 0)
        || task.getOutlineLevel() == null && Objects.equals(task.getUniqueID(), 0);
    return lowest && Objects.equals(task.getUniqueID(), 0) && file.getTasks().size() > 1
        || primavera && task.getSummary();
  }

  private boolean stretches(Task task) {
    var type = task.getActivityType();
    return primavera && (type == ActivityType.LEVEL_OF_EFFORT || type == ActivityType.WBS_SUMMARY
        || type == ActivityType.HAMMOCK);
  }

  private void summary(Task task) {
    if (task.getNull()) {
      return;
    }
    for (var assignment : task.getResourceAssignments()) {
      var resource = assignment.getResource();
      if (resource != null && resource.getName() != null) {
        findings.lose(Loss.Kind.SUMMARY_RESOURCE, label(task), resource.getName());
      }
    }
  }

  private static boolean begun(Task task) {
    return task.getActualStart() != null;
  }

  /** The project's start, unless that is an old default nobody ever set; no day of any activity lies before it. */
  private @Nullable LocalDate firstDay() {
    LocalDate earliest = null;
    for (var task : indexes.keySet()) {
      for (var at : new LocalDateTime[] {task.getStart(), task.getActualStart(), task.getFinish()}) {
        earliest = at == null ? earliest : earlier(earliest, at.toLocalDate());
      }
    }
    for (var file : files) {
      var properties = file.getProjectProperties();
      for (var at : new LocalDateTime[] {properties.getPlannedStart(), properties.getStartDate()}) {
        if (at != null && (earliest == null || ChronoUnit.DAYS.between(at.toLocalDate(), earliest) < EARLIER_START)) {
          earliest = earlier(earliest, at.toLocalDate());
        }
      }
    }
    if (earliest == null) {
      for (var task : indexes.keySet()) {
        earliest = task.getConstraintDate() == null ? earliest : earlier(earliest, task.getConstraintDate().toLocalDate());
      }
    }
    return earliest;
  }

  private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isBefore(one) ? other : one;
  }

  /** P6's activity code, else what we wrote beside it, else the unique number; made unique. */
  private List<String> ids() {
    var ids = new ArrayList<String>();
    var taken = new HashSet<String>();
    for (var task : indexes.keySet()) {
      var own = primavera ? task.getActivityID() : text(task, Aliases.ID);
      var id = own == null || own.isBlank() ? String.valueOf(task.getUniqueID()) : own.strip();
      if (!taken.add(id)) {
        id = id + "#" + task.getUniqueID();
        for (int n = 2; !taken.add(id); n++) {
          id = own + "#" + task.getUniqueID() + "." + n;
        }
      }
      ids.add(id);
    }
    return ids;
  }

  private Activity activity(Task task, int index, String id, MpxjProjects projects) {
    var place = label(task);
    var resources = crews(task);
    var hours = hours(task, resources.keySet(), place);
    int calendar = hours.index();
    if (task.getCalendar() == null || !task.getIgnoreResourceCalendar() || primavera) {
      calendar = withResources(task, resources.keySet(), hours, place);
    }
    var duration = duration(task, place);
    if (duration != null && duration.getUnits().isElapsed() && duration.getDuration() != 0) {
      findings.lose(Loss.Kind.ELAPSED_DURATION, place, duration);
      calendar = calendars.everyDay();
    }
    hoursOf.put(task, hours);
    int days = duration == null ? daysOfDates(task, calendar, hours) : days(task, duration, hours, place);
    var external = task.getExternalTask();
    if (external) {
      findings.lose(Loss.Kind.EXTERNAL, place, String.valueOf(task.getFinish()));
      days = 0;
    }
    var planned = planned(task, days, hours);
    compare(planned, days, calendars.days(calendar), place, task);
    var release = release(task, days, calendars.days(calendar), hours, place, index);
    if (external && planned != null) {
      release = later(release, planned.start());
    }
    losses(task, place);
    return new Activity(id, wbs(task), Objects.requireNonNullElse(task.getName(), ""),
        projects.groups(task), projects.of(task), days, calendar, release, truth(task, Aliases.RAIN),
        days == 0 ? List.of() : demands(resources), planned, baseline(task, days, hours), actual(task, hours, place));
  }

  /** Units by resource, of those that are crews. */
  private Map<Resource, Double> crews(Task task) {
    var units = new LinkedHashMap<Resource, Double>();
    var place = label(task);
    for (var assignment : task.getResourceAssignments()) {
      var resource = assignment.getResource();
      // Microsoft Project keeps the work of a task nobody is assigned to as an assignment of nobody.
      boolean nobody = resource == null || resource.getName() == null && resource.getCode() == null;
      if (!nobody && isCrew(resource)) {
        units.merge(resource, assignment.getUnits() == null ? 1 : assignment.getUnits().doubleValue() / 100, Double::sum);
        contour(assignment, place);
      }
    }
    units.values().removeIf(number -> number <= 0);
    return units;
  }

  private void contour(ResourceAssignment assignment, String place) {
    var contour = assignment.getWorkContour();
    if (contour != null && !contour.isContourFlat() && !contour.isContourManual()) {
      findings.lose(Loss.Kind.WORK_CONTOUR, place, contour.getName());
    }
  }

  private boolean isCrew(Resource resource) {
    var type = resource.getType();
    return type == null || type == ResourceType.WORK || primavera && type != ResourceType.MATERIAL;
  }

  private List<Demand> demands(Map<Resource, Double> resources) {
    var numbers = new TreeMap<Integer, Double>();
    resources.forEach((resource, units) -> numbers.merge(crew(resource), units, Double::sum));
    var demands = new ArrayList<Demand>();
    numbers.forEach((crew, units) -> {
      int number = whole(units);
      if (Math.abs(number - units) > CLOSE) {
        findings.lose(Loss.Kind.PART_TIME, pools.get(crew).code(), String.format("%.2f", units));
      }
      demands.add(new Demand(crew, number));
    });
    return demands;
  }

  private static int whole(double units) {
    return Math.max(1, (int) Math.ceil(Math.min(units, 1_000_000) - CLOSE));
  }

  private int crew(Resource resource) {
    var key = resource.getUniqueID() == null ? resource : resource.getUniqueID();
    return crewOf.computeIfAbsent(key, fresh -> {
      var name = resource.getName() == null ? "" : resource.getName().strip();
      var code = resource.getCode() != null && !resource.getCode().isBlank() ? resource.getCode()
          : primavera && resource.getResourceID() != null && !resource.getResourceID().isBlank() ? resource.getResourceID()
          : name;
      if (code.isBlank() || !codes.add(code)) {
        code = (code.isBlank() ? "R" : code + "#") + resource.getUniqueID();
        codes.add(code);
      }
      pools.add(new Pool(code, name.isBlank() ? code : name, capacity(resource, code)));
      return pools.size() - 1;
    });
  }

  private TreeMap<LocalDate, Integer> capacity(Resource resource, String code) {
    var capacity = new TreeMap<LocalDate, Integer>();
    for (var entry : resource.getAvailability()) {
      var from = entry.getRange() == null || entry.getRange().getStart() == null ? start
          : entry.getRange().getStart().toLocalDate();
      var to = entry.getRange() == null || entry.getRange().getEnd() == null ? null : entry.getRange().getEnd();
      if (to != null && to.toLocalDate().isBefore(start)) {
        continue;
      }
      capacity.put(from.isBefore(start) ? start : from, units(entry.getUnits(), code));
      if (to != null && to.getYear() < 2049) {
        capacity.putIfAbsent(to.plusMinutes(1).toLocalDate().isAfter(from) ? dayAfter(to) : from.plusDays(1), 0);
      }
    }
    if (capacity.isEmpty()) {
      capacity.put(start, units(resource.getMaxUnits(), code));
    } else if (capacity.firstKey().isAfter(start)) {
      capacity.put(start, 0);
    }
    return capacity;
  }

  private static LocalDate dayAfter(LocalDateTime end) {
    return end.getHour() == 0 && end.getMinute() == 0 ? end.toLocalDate() : end.toLocalDate().plusDays(1);
  }

  private int units(@Nullable Number units, String code) {
    if (units == null) {
      return 1;
    }
    double number = units.doubleValue() / 100;
    int whole = number <= CLOSE ? 0 : whole(number);
    if (Math.abs(whole - number) > CLOSE) {
      findings.lose(Loss.Kind.PART_TIME, code, String.format("%.2f", number));
    }
    return whole;
  }

  /** The calendar whose hours count for the activity: its own, else the one resource's, else the project's. */
  private Hours hours(Task task, Collection<Resource> resources, String place) {
    var own = task.getCalendar();
    boolean byResource = primavera ? task.getActivityType() == ActivityType.RESOURCE_DEPENDENT : own == null;
    if (byResource) {
      for (var resource : resources) {
        if (resource.getCalendar() != null) {
          return calendars.of(resource.getCalendar());
        }
      }
    }
    var calendar = own != null ? own : projectCalendar(task);
    return calendars.of(calendar);
  }

  private static ProjectCalendar projectCalendar(Task task) {
    var file = task.getParentFile();
    var found = file.getDefaultCalendar();
    if (found == null && !file.getCalendars().isEmpty()) {
      found = file.getCalendars().get(0);
    }
    if (found == null) {
      found = file.addDefaultBaseCalendar();
      file.setDefaultCalendar(found);
    }
    return found;
  }

  private int withResources(Task task, Collection<Resource> resources, Hours hours, String place) {
    if (primavera && task.getActivityType() != ActivityType.RESOURCE_DEPENDENT) {
      return hours.index();
    }
    var different = new LinkedHashSet<Integer>();
    if (task.getCalendar() != null) {
      different.add(calendars.of(task.getCalendar()).index());
    }
    for (var resource : resources) {
      var calendar = resource.getCalendar();
      different.add(calendar == null ? calendars.of(projectCalendar(task)).index() : calendars.of(calendar).index());
    }
    if (different.isEmpty()) {
      return hours.index();
    }
    var indexes = List.copyOf(different);
    var days = calendars.days(indexes.get(0));
    for (int index : indexes.subList(1, indexes.size())) {
      days = days.and(calendars.days(index));
    }
    if (indexes.size() > 1) {
      findings.lose(Loss.Kind.RESOURCE_CALENDARS, place, days.name());
      if (days.week().isEmpty() && days.exceptions().isEmpty()) {
        findings.fault("plan-file.no-working-days", Map.of("place", place));
      }
    }
    return calendars.index(days);
  }

  private @Nullable Duration duration(Task task, String place) {
    var duration = task.getDuration();
    if (duration == null && task.getMilestone()) {
      duration = Duration.getInstance(0, TimeUnit.DAYS);
    }
    if (duration != null && duration.getDuration() < 0) {
      if (!checked) {
        findings.fault("plan-file.negative-duration", Map.of("place", place, "value", duration.toString()));
      }
      return Duration.getInstance(0, TimeUnit.DAYS);
    }
    return duration;
  }

  private int days(Task task, Duration duration, Hours hours, String place) {
    boolean elapsed = duration.getUnits().isElapsed();
    double minutes = duration.convertUnits(elapsed ? TimeUnit.ELAPSED_MINUTES : TimeUnit.MINUTES,
        task.getParentFile().getProjectProperties()).getDuration();
    return wholeDays(minutes / (elapsed ? 24 * 60 : hours.minutes()), place, duration);
  }

  private int wholeDays(double days, String place, Duration shown) {
    if (days > 1_000_000) {
      findings.fault("plan-file.unreadable-value", Map.of("place", place, "what", "Duration", "value", shown.toString()));
      return 0;
    }
    int whole = (int) Math.ceil(days - CLOSE);
    if (days > 0) {
      whole = Math.max(1, whole);
    }
    if (Math.abs(whole - days) > CLOSE) {
      findings.lose(Loss.Kind.HOURS, place, shown);
    }
    return whole;
  }

  private int daysOfDates(Task task, int calendar, Hours hours) {
    findings.lose(Loss.Kind.UNREADABLE, label(task), "Duration");
    if (task.getStart() == null || task.getFinish() == null || !task.getFinish().isAfter(task.getStart())) {
      return 1;
    }
    var span = calendars.span(task.getStart(), task.getFinish(), hours);
    return Math.max(1, calendars.days(calendar).count(span.start(), span.end()));
  }

  private @Nullable Span planned(Task task, int days, Hours hours) {
    if (days > 0 && task.getStart() != null && task.getFinish() != null && task.getFinish().isBefore(task.getStart())) {
      findings.lose(Loss.Kind.DURATION_DIFFERS, label(task), task.getStart() + " – " + task.getFinish());
    }
    return span(task.getStart(), task.getFinish(), days, hours);
  }

  private @Nullable Span span(@Nullable LocalDateTime from, @Nullable LocalDateTime to, int days, Hours hours) {
    if (from == null && to == null) {
      return null;
    }
    if (days == 0) {
      var at = calendars.instant(Objects.requireNonNullElse(to, from), hours);
      return new Span(at, at);
    }
    if (from == null || to == null || to.isBefore(from)) {
      return null;
    }
    return calendars.span(from, to, hours);
  }

  private void compare(@Nullable Span planned, int days, WorkDays calendar, String place, Task task) {
    if (planned == null) {
      return;
    }
    var opening = task.getStart();
    if (days > 0 && opening != null && !opening.toLocalTime().equals(LocalTime.MIDNIGHT)
        && opening.toLocalTime().isAfter(opening(task, opening))
        && opening.toLocalDate().equals(planned.start())) {
      findings.lose(Loss.Kind.PART_DAY, place, opening);
    }
    int parts = task.getSplits() == null ? 0 : task.getSplits().size();
    if (parts > 1) {
      findings.lose(Loss.Kind.SPLIT, place, parts);
      return;
    }
    int counted = days == 0 ? 0 : calendar.count(planned.start(), planned.end());
    if (counted != days) {
      findings.lose(Loss.Kind.DURATION_DIFFERS, place, days + " d, " + planned.start() + " – " + planned.last()
          + " = " + counted + " d");
    }
  }

  private LocalTime opening(Task task, LocalDateTime at) {
    var hours = Objects.requireNonNull(hoursOf.get(task));
    var time = hours.calendar().getStartTime(at.toLocalDate());
    return time == null ? hours.opens() : time;
  }

  /** Earliest start by constraints; dates to keep become nodes. */
  private @Nullable LocalDate release(Task task, int days, WorkDays calendar, Hours hours, String place, int index) {
    var dates = new Constraints(calendars, hours, calendar, days);
    var manual = task.getTaskMode() == TaskMode.MANUALLY_SCHEDULED && !primavera;
    if (manual && task.getStart() != null) {
      findings.lose(Loss.Kind.MANUAL, place, task.getStart().toLocalDate());
      var at = days == 0 ? calendars.instant(task.getStart(), hours) : calendars.from(task.getStart(), hours);
      dates.notBefore(at);
    }
    dates.add(task.getConstraintType(), task.getConstraintDate(), place, findings);
    dates.add(task.getSecondaryConstraintType(), task.getSecondaryConstraintDate(), place, findings);
    if (task.getDeadline() != null) {
      dates.due("deadline", calendars.by(task.getDeadline(), hours));
    }
    var code = text(task, Aliases.NODE);
    var weight = task.getFieldByAlias(Aliases.WEIGHT) instanceof Number number ? number.intValue() : Programme.WEIGHT;
    dates.dues().forEach((kind, by) ->
        dues.add(new Due(code == null || code.isBlank() ? kind : code, index, by, weight)));
    var release = dates.release();
    return release == null || release.isAfter(start) ? release : null;
  }

  private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isAfter(one) ? other : one;
  }

  private @Nullable Span baseline(Task task, int days, Hours hours) {
    if (!baselines) {
      return null;
    }
    int more = 0;
    for (int n = 1; n <= 10; n++) {
      more += task.getBaselineStart(n) == null ? 0 : 1;
    }
    if (more > 0) {
      findings.lose(Loss.Kind.BASELINES, label(task), more);
    }
    var from = task.getBaselineStart();
    var to = task.getBaselineFinish();
    boolean instant = from != null && from.equals(to);
    return span(from, to, instant ? 0 : Math.max(1, days), hours);
  }

  private Activity.@Nullable Actual actual(Task task, Hours hours, String place) {
    if (task.getActualStart() == null && task.getActualFinish() == null) {
      return null;
    }
    var from = task.getActualStart() == null ? null : task.getActualStart().toLocalDate();
    var end = task.getActualFinish() == null ? null : calendars.until(task.getActualFinish(), hours);
    var percent = task.getPercentageComplete() == null ? 0 : (int) Math.round(task.getPercentageComplete().doubleValue());
    findings.lose(Loss.Kind.ACTUALS, place, from + " – " + (end == null ? percent + " %" : end.minusDays(1)));
    return new Activity.Actual(from, end, Math.clamp(percent, 0, 100));
  }

  private void losses(Task task, String place) {
    if (task.getNotesObject() != null && !task.getNotesObject().isEmpty()) {
      findings.lose(Loss.Kind.NOTES, place, "");
    }
    var cost = task.getCost();
    if (cost != null && cost.doubleValue() > 0) {
      findings.lose(Loss.Kind.COST, place, cost);
    }
    if (task.getExternalProject() && task.getSubprojectFile() != null) {
      findings.lose(Loss.Kind.SUBPROJECT, place, task.getSubprojectFile());
    }
  }

  private void resourcesNotTaken(ProjectFile file) {
    for (var resource : file.getResources()) {
      if (resource.getName() != null && !isCrew(resource)) {
        findings.lose(Loss.Kind.RESOURCE_KIND, resource.getName(), resource.getType());
      } else if (resource.getName() != null && isCrew(resource) && !resource.getName().isBlank()) {
        crew(resource);
      }
    }
  }

  static String label(Task task) {
    var id = task.getActivityID() == null || task.getActivityID().isBlank() ? String.valueOf(task.getUniqueID())
        : task.getActivityID();
    return task.getName() == null ? id : id + " " + task.getName();
  }

  private static @Nullable String text(Task task, String alias) {
    var value = task.getFieldByAlias(alias);
    return value == null ? null : value.toString();
  }

  /** In Primavera the code is that of the row above; ours is kept beside it. */
  private String wbs(Task task) {
    var own = primavera ? text(task, Aliases.WBS) : null;
    return own != null ? own : Objects.requireNonNullElse(task.getWBS(), "");
  }

  private static boolean truth(Task task, String alias) {
    var value = task.getFieldByAlias(alias);
    return value != null && (value.equals(true) || value.equals("1") || value.equals(1) || value.equals("Y")
        || value instanceof Number number && number.intValue() == 1);
  }
}
