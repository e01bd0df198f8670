package org.xingfuli.drills.year;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.drills.year.Cast.Member;
import tools.jackson.databind.JsonNode;

/**
 * The sites: crews begin when the forecast lets them, work at their own pace, stand still in the rain and for other reasons, and
 * have work to do again; foremen report the start, once a week, and the end. They forget, report late, overstate and correct,
 * and mistype. All probabilities are assumptions of this drill.
 */
final class Sites {

  private static final double BEGINS_ON_THE_DAY = 0.82;
  private static final double FORGETS = 0.08;
  private static final double OVERSTATES = 0.02;
  private static final double MISTYPES = 0.012;
  private static final double TROUBLE = 0.07;
  private static final double REWORK = 0.03;
  private static final double PLANNER_REPORTS = 0.06;
  private static final double NEEDS_OTHERS = 0.25;
  private static final double STRAYS = 0.006;
  private static final double PHOTOGRAPHS = 0.25;

  /** Why a site stands still. */
  private enum Stop { RAIN, CREW, MATERIAL, RESIDENTS, PERMIT, UTILITY, SAFETY, REWORK }

  /** How an activity really stands, which the platform learns from reports. */
  private static final class Work {
    private @Nullable LocalDate begun;
    private @Nullable LocalDate finished;
    private double done;
    private int stoppedUntilTrouble;
    private boolean troubled;
    private boolean redone;
    private boolean startTold;
    private int told;
    private final EnumMap<Stop, Integer> lost = new EnumMap<>(Stop.class);

    private Work(Bar bar) {
      begun = bar.started() ? bar.start() : null;
      finished = bar.done() ? bar.finish() : null;
      startTold = bar.started();
      told = bar.percent();
      done = bar.percent() / 100.0;
      // What was done before this life began is left alone.
      redone = bar.done();
    }
  }

  private final Desk desk;
  private final Weather weather;
  private final Photos photos;
  private final Member planner;
  private final Map<String, Member> officers;
  private final Map<String, Member> own;
  private final Map<String, Work> works = new HashMap<>();
  /** What a project's weekly report of the day will say, by project. */
  private final Map<String, Week> weeks = new TreeMap<>();

  /** A weekly report being written. */
  private record Week(Bar first, List<Map<String, Object>> lines, List<Runnable> told, List<String> notes) {}

  /**
   * @param officers street officers by street
   * @param own who reports for a single project, by project and first letter of the activities: {@code id P}
   */
  Sites(Desk desk, Weather weather, Photos photos, Member planner, Map<String, Member> officers, Map<String, Member> own) {
    this.desk = desk;
    this.weather = weather;
    this.photos = photos;
    this.planner = planner;
    this.officers = officers;
    this.own = own;
  }

  /** One day of all sites. */
  void live(LocalDate day, List<Bar> bars, JsonNode template) throws IOException, InterruptedException {
    var sensitivity = new HashMap<String, Double>();
    var offices = new HashMap<String, Boolean>();
    for (var row : template) {
      var code = row.path("code").asString();
      sensitivity.put(code, row.path("outdoor").asBoolean() ? row.path("rainSensitivity").asDouble() : 0.0);
      offices.put(code, row.path("calendar").asString().equals("OFFICE"));
    }
    for (var bar : bars) {
      var work = works.computeIfAbsent(bar.id(), id -> new Work(bar));
      if (work.finished != null && work.redone) {
        continue;
      }
      work(day, bar, work, sensitivity.getOrDefault(bar.code(), 0.0), offices.getOrDefault(bar.code(), false));
      report(day, bar, work);
    }
    for (var week : weeks.values()) {
      send(day, week);
    }
    weeks.clear();
  }

  /** Whoever was in charge of a project is in charge of what it goes on as in the next year. */
  void goOn(Map<String, String> projects) {
    projects.forEach((left, next) -> Map.copyOf(own).forEach((charge, member) -> {
      if (charge.startsWith(left + " ")) {
        own.put(charge.replace(left, next), member);
      }
    }));
  }

  // ---------------------------------------------------------------- what happens

  private void work(LocalDate day, Bar bar, Work work, double sensitivity, boolean office) {
    var chance = desk.chance();
    if (work.finished != null) {
      return;
    }
    if (office && day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
      return;
    }
    if (work.begun == null) {
      if (!bar.start().isAfter(day) && chance.happens(BEGINS_ON_THE_DAY, "begins", bar.about(), day)) {
        work.begun = day;
      } else {
        return;
      }
    }
    var stop = stop(day, bar, work, sensitivity);
    if (stop != null) {
      work.lost.merge(stop, 1, Integer::sum);
      return;
    }
    var week = office ? 5.0 / 7 : 1;
    work.done += chance.between(0.94, 1.2, "pace", bar.about()) * chance.between(0.9, 1.1, "day", bar.about(), day)
        / Math.max(1, Math.round(bar.span() * week));
    if (work.done >= 0.999) {
      work.done = 1;
      work.finished = day;
    }
  }

  private @Nullable Stop stop(LocalDate day, Bar bar, Work work, double sensitivity) {
    var chance = desk.chance();
    // Half of what a crew loses in the rain it makes up elsewhere on the site.
    if (weather.rains(day) && chance.happens(sensitivity * 0.3, "rained off", bar.about(), day)) {
      return Stop.RAIN;
    }
    if (!work.troubled && work.done > 0.25 && chance.happens(TROUBLE, "trouble", bar.about())) {
      work.troubled = true;
      work.stoppedUntilTrouble = chance.whole(2, 9, "trouble days", bar.about());
    }
    if (work.stoppedUntilTrouble > 0) {
      work.stoppedUntilTrouble--;
      return switch (bar.code().charAt(0)) {
        case 'P', 'Q', 'H' -> chance.oneOf(List.of(Stop.PERMIT, Stop.RESIDENTS), "why", bar.about());
        case 'D' -> chance.oneOf(List.of(Stop.RESIDENTS, Stop.CREW, Stop.SAFETY), "why", bar.about());
        case 'U' -> chance.oneOf(List.of(Stop.UTILITY, Stop.CREW), "why", bar.about());
        default -> chance.oneOf(List.of(Stop.CREW, Stop.MATERIAL, Stop.SAFETY), "why", bar.about());
      };
    }
    return null;
  }

  // ---------------------------------------------------------------- what is said of it

  private void report(LocalDate day, Bar bar, Work work) throws IOException, InterruptedException {
    var chance = desk.chance();
    if (work.begun == null) {
      return;
    }
    if (work.finished != null && work.told == 100) {
      redo(day, bar, work);
      return;
    }
    var weekly = day.getDayOfWeek().getValue() == chance.whole(1, 5, "weekday", bar.project());
    var news = !work.startTold || work.finished != null;
    if (!weekly && !news || chance.happens(FORGETS, "forgets", weekly ? bar.project() : bar.about(), day)) {
      return;
    }
    var true_ = work.finished != null ? 100 : (int) Math.clamp(Math.floor(work.done * 100), 1, 99);
    if (true_ < work.told) {
      correct(day, bar, work, true_);
      return;
    }
    var percent = true_ < 85 && weekly && chance.happens(OVERSTATES, "overstates", bar.about(), day)
        ? Math.min(95, true_ + chance.whole(8, 20, "by", bar.about(), day)) : true_;
    if (percent == work.told && work.startTold && work.lost.isEmpty()) {
      return;
    }
    var said = said(day, work, percent);
    if (chance.happens(MISTYPES, "mistypes", bar.about(), day)) {
      mistype(day, bar, said);
    }
    if (work.startTold && percent < 100) {
      write(bar, work, said, percent);
    } else {
      var act = send(day, reporter(day, bar), work.startTold ? "finish" : "start", bar, said);
      if (act.acknowledged()) {
        told(work, percent);
      }
    }
    if (chance.happens(STRAYS, "strays", bar.about(), day)) {
      stray(day, bar, said);
    }
  }

  private static void told(Work work, int percent) {
    work.told = percent;
    work.startTold = true;
    work.lost.clear();
  }

  /** Writes a line of the project's weekly report. */
  private void write(Bar bar, Work work, Map<String, Object> said, int percent) {
    var week = weeks.computeIfAbsent(bar.project(),
        project -> new Week(bar, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    var line = new LinkedHashMap<>(said);
    line.put("activityId", bar.id());
    if (said.get("note") instanceof String note) {
      week.notes().add(bar.code() + "：" + note);
    }
    week.lines().add(line);
    week.told().add(() -> told(work, percent));
  }

  /** One weekly report for all lines of a project; now and then it asks others for help. */
  private void send(LocalDate day, Week week) throws IOException, InterruptedException {
    var said = new LinkedHashMap<String, Object>();
    said.put("lines", week.lines());
    var notes = String.join("；", week.notes());
    said.put("note", notes.length() > 400 ? notes.substring(0, 400) : notes);
    if (!week.notes().isEmpty() && desk.chance().happens(NEEDS_OTHERS, "needs others", week.first().project(), day)) {
      said.put("coordination", "请协调：" + week.notes().getFirst());
      said.put("coordinationWith", desk.chance().oneOf(List.of("STREET", "UTILITY", "COMMAND"), "whom", week.first().project(), day));
    }
    var bar = week.first();
    var who = reporter(day, bar);
    if (desk.chance().happens(PHOTOGRAPHS, "photo", bar.project(), day)) {
      var photo = photos.ofProject(day, who, bar.about(), bar.projectId(), "本周进度");
      if (photo != null) {
        said.put("evidence", List.of(photo));
        photos.pair(day, who, bar.project(), bar.projectId(), photo);
      }
    }
    var act = desk.send(day, who, "weekly", bar.project(), "POST",
        "/api/projects/" + bar.projectId() + "/weekly-reports", said, bar.projectId());
    if (act.acknowledged()) {
      week.told().forEach(Runnable::run);
    }
  }

  private Map<String, Object> said(LocalDate day, Work work, int percent) {
    var said = new LinkedHashMap<String, Object>();
    said.put("percent", percent);
    var days = work.lost.values().stream().mapToInt(Integer::intValue).sum();
    if (days > 0) {
      var most = work.lost.entrySet().stream().max(Map.Entry.<Stop, Integer>comparingByValue()
          .thenComparing(Map.Entry.comparingByKey())).orElseThrow().getKey();
      said.put("daysLost", days);
      said.put("reason", most.name());
      said.put("note", note(most, days));
    }
    if (!work.startTold && work.begun != null) {
      said.put("actualStart", work.begun.toString());
    }
    if (percent == 100 && work.finished != null && !work.finished.equals(day)) {
      said.put("actualFinish", work.finished.toString());
    }
    return said;
  }

  private static String note(Stop stop, int days) {
    return switch (stop) {
      case RAIN -> "雨停 " + days + " 天";
      case CREW -> "班组被调往邻近工地";
      case MATERIAL -> "材料晚到 " + days + " 天";
      case RESIDENTS -> "尚有住户未签约，等了 " + days + " 天";
      case PERMIT -> "手续补件";
      case UTILITY -> "管线单位未到场";
      case SAFETY -> "安全整改停工";
      case REWORK -> "返工";
    };
  }

  private void correct(LocalDate day, Bar bar, Work work, int percent) throws IOException, InterruptedException {
    var said = new LinkedHashMap<String, Object>();
    said.put("percent", percent);
    said.put("reason", "MISREPORTED");
    said.put("note", "上次多报，今日更正");
    if (send(day, reporter(day, bar), "correction", bar, said).acknowledged()) {
      work.told = percent;
    }
  }

  /** Work found bad a week after it was done, mostly where it is covered. */
  private void redo(LocalDate day, Bar bar, Work work) throws IOException, InterruptedException {
    var chance = desk.chance();
    if (work.finished == null || !day.isAfter(work.finished.plusDays(chance.whole(4, 11, "found", bar.about())))) {
      return;
    }
    work.redone = true;
    if ("PQH".indexOf(bar.code().charAt(0)) < 0 && chance.happens(REWORK, "rework", bar.about())) {
      var said = new LinkedHashMap<String, Object>();
      said.put("percent", 80);
      said.put("reason", "REWORK");
      said.put("note", "抽查不合格，返工");
      if (send(day, reporter(day, bar), "rework", bar, said).acknowledged()) {
        work.told = 80;
        work.done = 0.8;
        work.finished = null;
      }
    }
  }

  /** A slip of the finger that the platform must refuse; nothing may come of it. */
  private void mistype(LocalDate day, Bar bar, Map<String, Object> said) throws IOException, InterruptedException {
    var wrong = new LinkedHashMap<>(said);
    switch (desk.chance().whole(0, 2, "which slip", bar.about(), day)) {
      case 0 -> wrong.put("percent", 1000 + (Integer) said.getOrDefault("percent", 0));
      case 1 -> {
        wrong.put("percent", 100);
        wrong.put("actualFinish", day.plusDays(3).toString());
      }
      default -> wrong.put("actualStart", day.plusYears(1).toString());
    }
    var who = reporter(day, bar);
    var before = reports(who, bar);
    var act = send(day, who, "slip", bar, wrong);
    desk.refused(act, before, reports(who, bar));
  }

  /** An officer takes another street's site for one's own; the answer must not tell that it exists. */
  private void stray(LocalDate day, Bar bar, Map<String, Object> said) throws IOException, InterruptedException {
    var other = officers.entrySet().stream().filter(officer -> !officer.getKey().equals(bar.street())).findFirst();
    if (other.isPresent()) {
      var who = other.get().getValue();
      var act = send(day, who, "stray", bar, said);
      var nobodys = who.person().post("/api/activities/" + UUID.nameUUIDFromBytes(new byte[] {1}) + "/progress-reports", said,
          desk.chance().id("nobody's", bar.about(), day));
      desk.foreign(bar.about(), act.status() + Chronicle.content(act.answer()),
          nobodys.statusCode() + Chronicle.content(Desk.json(nobodys.body())));
    }
  }

  private static int reports(Member who, Bar bar) throws IOException, InterruptedException {
    return who.person().json("/api/activities/" + bar.id() + "/progress-reports").size();
  }

  private Act send(LocalDate day, Member who, String kind, Bar bar, Map<String, Object> said)
      throws IOException, InterruptedException {
    return desk.send(day, who, kind, bar.about(), "POST", "/api/activities/" + bar.id() + "/progress-reports", said, bar.id());
  }

  /** Who is in charge of the work where there is an account for it, else the street's officer, and now and then the planner. */
  private Member reporter(LocalDate day, Bar bar) {
    var inCharge = own.get(bar.projectId() + " " + bar.code().charAt(0));
    if (inCharge != null) {
      return inCharge;
    }
    var officer = officers.get(bar.street());
    return officer == null || desk.chance().happens(PLANNER_REPORTS, "planner", bar.project(), day) ? planner : officer;
  }
}
