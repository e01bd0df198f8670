package org.xingfuli.exchange.plans.book;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.exchange.plans.book.BookSheet.Row;
import org.xingfuli.exchange.plans.book.Heads.Head;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Due;
import org.xingfuli.exchange.plans.model.Programme.Pool;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.Reading;
import org.xingfuli.exchange.plans.model.Soundness;
import org.xingfuli.exchange.plans.model.Span;
import org.xingfuli.exchange.plans.model.WorkDays;
import org.xingfuli.exchange.tables.TableReader.Sheet;
import org.xingfuli.kernel.Refused;

/** Reads the sheets of one workbook and is thrown away; collects every fault with its cell. */
final class ProgrammeBookReader {

  private static final int MOST_OF_A_CREW = 1_000_000;
  private static final int LONGEST_LINK = 200;
  private static final Pattern TIE = Pattern.compile("(.+?)(FS|SS|FF|SF)?\\s*([+-]\\s*\\d{1,4})?\\s*(wd|工)?");

  private final BookCells cells;
  private final Map<String, Sheet> sheets = new LinkedHashMap<>();
  private final List<WorkDays> calendars = new ArrayList<>();
  private final Map<String, Integer> calendarOf = new HashMap<>();
  private final List<Pool> crews = new ArrayList<>();
  private final Map<String, Integer> crewOf = new HashMap<>();
  private final List<Activity> activities = new ArrayList<>();
  private final Map<String, Integer> activityOf = new LinkedHashMap<>();
  private final List<String> projects = new ArrayList<>();
  private final Map<String, Integer> projectOf = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();
  private final List<Due> dues = new ArrayList<>();

  ProgrammeBookReader(List<Sheet> sheets) {
    this.cells = new BookCells(sheets.isEmpty() ? LocalDate.EPOCH : sheets.getFirst().dayZero());
    sheets.forEach(sheet -> this.sheets.put(sheet.name().strip(), sheet));
  }

  Reading read() {
    var plan = rows(Heads.PLAN, Heads.OF_PLAN, true);
    var name = plan.isEmpty() ? "" : cells.filled(plan.get(0), Heads.NAME_OF_PLAN);
    var start = plan.isEmpty() ? null : cells.required(plan.get(0), Heads.START);
    readCalendars();
    readCrews(start == null ? LocalDate.EPOCH : start);
    rows(Heads.ACTIVITIES, Heads.OF_ACTIVITIES, true).forEach(this::activity);
    if (activities.isEmpty() && cells.faults().isEmpty()) {
      cells.fault("plan-file.no-activities", Map.of());
    }
    for (int i = 0; i < rows.size(); i++) {
      links(i);
    }
    planned();
    if (start == null && cells.faults().isEmpty()) {
      cells.fault("plan-file.no-dates", Map.of());
    }
    var programme = new Programme(name, start == null ? LocalDate.EPOCH : start, projects, calendars, crews, activities, ties,
        dues, Set.of());
    // Without a start no date can be held against it, but a circle is one all the same.
    (start != null ? Soundness.faults(programme) : Soundness.circles(activities.stream().map(Activity::label).toList(),
        ties.stream().map(tie -> new Link(tie.from(), tie.to(), tie.kind(), 0)).toList())).forEach(cells::add);
    Refused.ifAny(cells.faults());
    return new Reading(programme, List.of());
  }

  private List<Row> rows(String name, List<Head> heads, boolean needed) {
    var sheet = sheets.get(name);
    if (sheet == null) {
      if (needed) {
        cells.fault("plan-book.sheet-missing", Map.of("sheet", name, "found", String.join("、", sheets.keySet())));
      }
      return List.of();
    }
    var found = new BookSheet(sheet, heads);
    found.missing().forEach(head -> cells.fault("plan-book.header-missing", Map.of("sheet", name, "header", head.zh())));
    if (!found.missing().isEmpty()) {
      return List.of();
    }
    found.merged().forEach(range -> cells.fault("plan-book.merged", Map.of("place", range)));
    return found.rows();
  }

  private void readCalendars() {
    var weeks = new LinkedHashMap<String, Set<DayOfWeek>>();
    var exceptions = new HashMap<String, TreeMap<LocalDate, Boolean>>();
    for (var row : rows(Heads.CALENDARS, Heads.OF_CALENDARS, false)) {
      var name = cells.filled(row, Heads.CALENDAR_NAME);
      if (!name.isEmpty() && weeks.containsKey(name)) {
        cells.wrong(row, Heads.CALENDAR_NAME, "plan-book.twice", name);
      }
      weeks.put(name, week(row));
      exceptions.put(name, new TreeMap<>());
    }
    for (var row : rows(Heads.EXCEPTIONS, Heads.OF_EXCEPTIONS, false)) {
      var name = cells.filled(row, Heads.CALENDAR_NAME);
      var of = exceptions.get(name);
      var from = cells.required(row, Heads.FROM);
      var to = row.at(Heads.TO).isEmpty() ? from : cells.date(row, Heads.TO);
      boolean worked = cells.truth(row, Heads.WORKED);
      if (of == null) {
        cells.wrong(row, Heads.CALENDAR_NAME, "plan-book.unknown", name);
      } else if (from != null && to != null) {
        if (to.isBefore(from) || to.isAfter(from.plusYears(5))) {
          cells.wrong(row, Heads.TO, "plan-book.not-a-date", row.at(Heads.TO));
          continue;
        }
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
          of.put(day, worked);
        }
      }
    }
    weeks.forEach((name, week) -> {
      calendarOf.put(name, calendars.size());
      calendars.add(new WorkDays(name, week, exceptions.getOrDefault(name, new TreeMap<>())));
    });
  }

  private Set<DayOfWeek> week(Row row) {
    var week = EnumSet.noneOf(DayOfWeek.class);
    var digits = row.at(Heads.WEEK);
    if (!digits.matches("[01]{1,7}") || !digits.contains("1")) {
      cells.wrong(row, Heads.WEEK, "plan-book.unreadable", digits);
      return week;
    }
    // A spreadsheet that took 0000011 for a number has dropped its leading zeros.
    var seven = "0".repeat(7 - digits.length()) + digits;
    for (var day : DayOfWeek.values()) {
      if (seven.charAt(day.ordinal()) == '1') {
        week.add(day);
      }
    }
    return week;
  }

  private void readCrews(LocalDate start) {
    var capacity = new LinkedHashMap<String, TreeMap<LocalDate, Integer>>();
    var names = new HashMap<String, String>();
    for (var row : rows(Heads.CREWS, Heads.OF_CREWS, false)) {
      var code = cells.filled(row, Heads.CODE);
      var from = row.at(Heads.SINCE).isEmpty() ? start : cells.date(row, Heads.SINCE);
      int number = cells.whole(row, Heads.NUMBER, 0, MOST_OF_A_CREW, MOST_OF_A_CREW);
      if (from != null && capacity.computeIfAbsent(code, fresh -> new TreeMap<>()).put(from, number) != null) {
        cells.wrong(row, Heads.SINCE, "plan-book.twice", code + " " + from);
      }
      names.putIfAbsent(code, row.at(Heads.CREW_NAME).isEmpty() ? code : row.at(Heads.CREW_NAME));
    }
    capacity.forEach((code, steps) -> {
      if (!steps.isEmpty() && steps.firstKey().isAfter(start)) {
        steps.put(start, 0);
      }
      crewOf.put(code, crews.size());
      crews.add(new Pool(code, names.getOrDefault(code, code), steps));
    });
  }

  private void activity(Row row) {
    var id = cells.filled(row, Heads.ID);
    if (!id.isEmpty() && activityOf.putIfAbsent(id, activities.size()) != null) {
      cells.wrong(row, Heads.ID, "plan-book.twice", id);
      return;
    }
    var project = row.at(Heads.PROJECT).isEmpty() ? projects.isEmpty() ? "项目" : projects.get(0) : row.at(Heads.PROJECT);
    int ofProject = projectOf.computeIfAbsent(project, fresh -> {
      projects.add(fresh);
      return projects.size() - 1;
    });
    int days = cells.whole(row, Heads.DAYS, 0, 100_000, -1);
    var groups = row.at(Heads.GROUPS).isEmpty() ? List.<String>of() : Arrays.stream(row.at(Heads.GROUPS).split("(?<=\\s)/(?=\\s)")).map(String::strip).toList();
    Activity.Actual actual = null;
    var doneFirst = cells.optional(row, Heads.DONE_FIRST);
    var doneLast = cells.optional(row, Heads.DONE_LAST);
    int percent = row.at(Heads.PERCENT).isEmpty() ? doneLast == null ? 0 : 100 : cells.whole(row, Heads.PERCENT, 0, 100, 0);
    if (doneFirst != null && doneLast != null && doneLast.isBefore(doneFirst)) {
      cells.wrong(row, Heads.DONE_LAST, "plan-book.finish-before-start", row.at(Heads.DONE_LAST));
    }
    if (doneFirst != null || doneLast != null) {
      actual = new Activity.Actual(doneFirst, doneLast == null ? null : doneLast.plusDays(days == 0 ? 0 : 1), percent);
    }
    activities.add(new Activity(id, row.at(Heads.WBS), cells.filled(row, Heads.NAME), groups, ofProject,
        Math.max(0, days), calendar(row), cells.optional(row, Heads.NOT_BEFORE), cells.truth(row, Heads.RAIN), demands(row, days), null,
        null, actual));
    rows.add(row);
    nodes(row, activities.size() - 1);
  }

  /** Index of the calendar a row names; of the one that works every day when it names none, or one that is not there. */
  private int calendar(Row row) {
    var name = row.at(Heads.CALENDAR);
    var known = calendarOf.get(name);
    if (known != null) {
      return known;
    }
    if (!name.isEmpty()) {
      cells.wrong(row, Heads.CALENDAR, "plan-book.unknown", name);
    }
    return calendarOf.computeIfAbsent("", blank -> {
      calendars.add(WorkDays.everyDay("每天"));
      return calendars.size() - 1;
    });
  }

  private List<Demand> demands(Row row, int days) {
    var demands = new ArrayList<Demand>();
    for (var part : cells.parts(row, Heads.CREW_NEEDS)) {
      int colon = Math.max(part.lastIndexOf(':'), part.lastIndexOf('：'));
      var code = colon < 0 ? part : part.substring(0, colon).strip();
      var number = colon < 0 ? "1" : part.substring(colon + 1).strip();
      var crew = crewOf.get(code);
      if (crew == null) {
        cells.wrong(row, Heads.CREW_NEEDS, "plan-book.unknown", code);
      } else if (!number.matches("[1-9]\\d{0,5}")) {
        cells.wrong(row, Heads.CREW_NEEDS, "plan-book.unreadable", part);
      } else if (days != 0) {
        demands.add(new Demand(crew, Integer.parseInt(number)));
      }
    }
    return demands;
  }

  private void nodes(Row row, int index) {
    var codes = cells.parts(row, Heads.NODE);
    var dates = cells.parts(row, Heads.DUE);
    var weights = cells.parts(row, Heads.WEIGHT);
    for (int n = 0; n < dates.size(); n++) {
      var by = cells.parsed(dates.get(n));
      var weight = n < weights.size() ? weights.get(n) : "1";
      if (by == null) {
        cells.wrong(row, Heads.DUE, "plan-book.not-a-date", dates.get(n));
      } else if (!weight.matches("\\d{1,6}")) {
        cells.wrong(row, Heads.WEIGHT, "plan-book.not-a-number", weight);
      } else {
        dues.add(new Due(n < codes.size() ? codes.get(n) : "due", index, by, Integer.parseInt(weight)));
      }
    }
    if (codes.size() > dates.size()) {
      cells.wrong(row, Heads.DUE, "plan-book.required", "");
    }
  }

  private void links(int to) {
    var row = rows.get(to);
    for (var part : cells.parts(row, Heads.LINKS)) {
      var found = TIE.matcher(part);
      var whole = activityOf.get(part);
      if (whole == null && (part.length() > LONGEST_LINK || !found.matches())) {
        cells.wrong(row, Heads.LINKS, "plan-book.unreadable", part);
        continue;
      }
      var from = whole != null ? whole : activityOf.get(found.group(1).strip());
      if (from == null) {
        cells.wrong(row, Heads.LINKS, "plan-book.unknown", part);
      } else if (from == to) {
        cells.wrong(row, Heads.LINKS, "plan-book.self-link", part);
      } else if (whole != null) {
        ties.add(Tie.elapsed(from, to, Link.Kind.FS, 0));
      } else {
        var kind = found.group(2) == null ? Link.Kind.FS : Link.Kind.valueOf(found.group(2));
        int lag = found.group(3) == null ? 0 : Integer.parseInt(found.group(3).replaceAll("\\s", ""));
        tie(row, part, from, to, kind, lag, found.group(4) != null);
      }
    }
  }

  private void tie(Row row, String part, int from, int to, Link.Kind kind, int lag, boolean worked) {
    if (worked && lag < 0) {
      cells.wrong(row, Heads.LINKS, "plan-book.unreadable", part);
    }
    boolean onCalendar = worked && lag > 0 && !calendars.get(activities.get(to).calendar()).isEveryDay();
    ties.add(onCalendar ? new Tie(from, to, kind, lag, activities.get(to).calendar()) : Tie.elapsed(from, to, kind, lag));
  }

  /** Dates last: whether a milestone stands in the evening depends on the links. */
  private void planned() {
    var shell = new Programme("", LocalDate.EPOCH, projects, calendars, crews, activities, ties, dues, Set.of());
    var ends = shell.endsWork();
    for (int i = 0; i < rows.size(); i++) {
      var a = activities.get(i);
      activities.set(i, new Activity(a.id(), a.wbs(), a.name(), a.groups(), a.project(), a.days(), a.calendar(), a.notBefore(),
          a.rainSensitive(), a.demands(), span(rows.get(i), Heads.PLANNED_FIRST, Heads.PLANNED_LAST, a, ends[i]),
          span(rows.get(i), Heads.BASE_FIRST, Heads.BASE_LAST, a, ends[i]), a.actual()));
    }
  }

  private @Nullable Span span(Row row, Head first, Head last, Activity activity, boolean ends) {
    var from = cells.optional(row, first);
    var to = cells.optional(row, last);
    boolean milestone = activity.days() == 0;
    if (!milestone && row.at(first).isEmpty() != row.at(last).isEmpty()) {
      // One of the two alone would be left out without a word.
      cells.wrong(row, row.at(first).isEmpty() ? first : last, "plan-book.required", "");
    }
    if (milestone) {
      from = from == null ? to : from;
      to = to == null ? from : to;
    }
    if (from == null || to == null) {
      return null;
    }
    if (to.isBefore(from)) {
      cells.wrong(row, last, "plan-book.finish-before-start", row.at(last));
      return null;
    }
    return milestone ? instant(to.plusDays(ends ? 1 : 0)) : new Span(from, to.plusDays(1));
  }

  private static Span instant(LocalDate at) {
    return new Span(at, at);
  }
}
