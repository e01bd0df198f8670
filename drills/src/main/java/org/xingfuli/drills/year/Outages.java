package org.xingfuli.drills.year;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xingfuli.drills.year.Cast.Member;
import tools.jackson.databind.JsonNode;

/**
 * The utilities: sites ask for outages and permits some days before the work that needs them, at times too hastily; the officers
 * of the services agree, refuse or propose other days; and sheets are posted in stairwells when they are due. All probabilities
 * are assumptions of this drill.
 */
final class Outages {

  private static final double ASKS = 0.6;
  private static final double HASTY = 0.12;
  private static final double ANSWERS = 0.4;
  private static final double REFUSES = 0.05;
  private static final double PROPOSES = 0.12;
  private static final double DECIDES = 0.6;
  private static final double POSTS = 0.75;
  private static final int TRIES = 3;
  private static final int LEAD_DAYS = 6;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> SERVICES = List.of("WATER", "GAS", "POWER", "TELECOM");

  /** What is asked for an activity. */
  private record Matter(String kind, List<String> services, String reason) {}

  /**
   * Households are told so many days before, to the hour: whether a window that begins in just as many can still be agreed
   * depends on the hour of the day, and a year must not depend on the hour at which it is lived.
   */
  private static final int TELLING_DAYS = 2;

  /** By activity, as the platform ties windows to them. */
  private static final Map<String, Matter> MATTERS = Map.of(
      "U02", new Matter("EXCAVATION", List.of("GAS", "POWER", "TELECOM"), "管沟开挖"),
      "U05", new Matter("OUTAGE", List.of("WATER"), "给水管割接"),
      "U06", new Matter("OUTAGE", List.of("GAS"), "燃气立管改造"),
      "U07", new Matter("OUTAGE", List.of("POWER"), "三线入地割接"));

  private final Desk desk;
  private final Photos photos;
  private final Member planner;
  private final Map<String, Member> own;
  private final Map<String, Member> officers;
  /** How often a window was asked for, by activity; as many as {@link #TRIES} when it was taken. */
  private final Map<String, Integer> asked = new HashMap<>();

  /**
   * @param own who asks for a single project, by project and first letter of the activities: {@code id P}
   * @param officers who signs, by service
   */
  Outages(Desk desk, Photos photos, Member planner, Map<String, Member> own, Map<String, Member> officers) {
    this.desk = desk;
    this.photos = photos;
    this.planner = planner;
    this.own = own;
    this.officers = officers;
  }

  // ---------------------------------------------------------------- who asks

  /** Asks for what is needed soon. */
  void ask(LocalDate day, List<Bar> bars) throws IOException, InterruptedException {
    for (var bar : bars) {
      var matter = MATTERS.get(bar.code());
      var away = ChronoUnit.DAYS.between(day, bar.start());
      if (matter != null && !bar.started() && away >= 0 && away <= desk.chance().whole(10, 18, "asks ahead", bar.about())
          && asked.getOrDefault(bar.about(), 0) < TRIES && desk.chance().happens(ASKS, "asks", bar.about())) {
        ask(day, bar, matter);
      }
    }
  }

  private void ask(LocalDate day, Bar bar, Matter matter) throws IOException, InterruptedException {
    var estate = photos.estate(bar.projectId());
    if (estate == null) {
      return;
    }
    var chance = desk.chance();
    var hasty = chance.happens(HASTY, "hasty", bar.about(), day);
    var tries = asked.getOrDefault(bar.about(), 0);
    var outage = matter.kind().equals("OUTAGE");
    var soonest = day.plusDays(LEAD_DAYS);
    var first = hasty ? day.plusDays(1)
        : workday((bar.start().isBefore(soonest) ? soonest : bar.start()).plusDays(2L * tries));
    var said = new LinkedHashMap<String, Object>();
    said.put("kind", matter.kind());
    said.put("estateId", estate);
    said.put("projectId", bar.projectId());
    said.put("buildings", outage ? buildings(bar, estate) : List.of());
    said.put("services", matter.services());
    said.put("reason", matter.reason());
    said.put("window", window(first, outage ? chance.whole(0, 1, "days", bar.about()) : 20));
    var who = own.getOrDefault(bar.projectId() + " P", planner);
    var before = hasty ? requests(estate) : 0;
    var act = desk.send(day, who, hasty ? "hasty request" : outage ? "outage request" : "permit request", bar.about(), "POST",
        "/api/utility-requests", said, null);
    if (hasty) {
      desk.refused(act, before, requests(estate));
    } else {
      asked.put(bar.about(), act.acknowledged() ? TRIES : tries + 1);
    }
  }

  private List<String> buildings(Bar bar, String estate) throws IOException, InterruptedException {
    var rows = new ArrayList<JsonNode>();
    planner.person().json("/api/estates/" + estate + "/buildings").forEach(rows::add);
    rows.sort(Comparator.comparing(row -> row.path("number").asString()));
    if (rows.isEmpty()) {
      return List.of();
    }
    var from = desk.chance().whole(0, rows.size() - 1, "building", bar.about());
    return rows.subList(from, Math.min(rows.size(), from + 2)).stream().map(row -> row.path("id").asString()).toList();
  }

  private int requests(String estate) throws IOException, InterruptedException {
    return planner.person().json("/api/utility-requests?limit=1&estate=" + estate).path("total").asInt();
  }

  // ---------------------------------------------------------------- who answers, and what comes of it

  /** What the desks do on a day: requests are decided, signed, and sheets posted. */
  void answer(LocalDate day) throws IOException, InterruptedException {
    if (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
      decide(day);
      for (var service : SERVICES) {
        var officer = officers.get(service);
        if (officer != null) {
          sign(day, service, officer);
        }
      }
    }
    post(day);
  }

  private void decide(LocalDate day) throws IOException, InterruptedException {
    for (var request : open(planner, "state=PROPOSED")) {
      var number = request.path("number").asString();
      if (desk.chance().happens(DECIDES, "decides", number, request.path("round").asInt(), day)) {
        var first = request.path("window").path("firstDay").asString();
        for (var answer : request.path("answers")) {
          first = answer.path("proposed").path("firstDay").asString(first);
        }
        var wanted = LocalDate.parse(first);
        var soonest = day.plusDays(LEAD_DAYS);
        move(day, request, wanted.isBefore(soonest) ? workday(soonest) : wanted);
      }
    }
    for (var request : open(planner, "state=AWAITING")) {
      if (!Bar.date(request.path("window").path("firstDay")).isAfter(day)) {
        desk.send(day, planner, "withdraw request", request.path("number").asString(), "POST", path(request) + "/withdraw",
            Map.of("reason", "窗口已到，尚未会签"), null);
      }
    }
  }

  private void move(LocalDate day, JsonNode request, LocalDate first) throws IOException, InterruptedException {
    desk.send(day, planner, "move window", request.path("number").asString(), "POST", path(request) + "/move",
        Map.of("window", window(first, length(request))), null);
  }

  private void sign(LocalDate day, String service, Member officer) throws IOException, InterruptedException {
    for (var request : open(officer, "mine=true")) {
      var number = request.path("number").asString();
      var round = request.path("round").asInt();
      var first = Bar.date(request.path("window").path("firstDay"));
      if (first.isAfter(day) && !first.equals(day.plusDays(TELLING_DAYS))
          && desk.chance().happens(ANSWERS, "answers", number, round, service, day)) {
        var drawn = desk.chance().of("answer", number, round, service);
        if (drawn < REFUSES) {
          answer(day, officer, request, service, "REFUSE", Map.of("reason", "图纸与现状管线不符，请补测"));
        } else if (drawn < REFUSES + PROPOSES) {
          propose(day, officer, request, service, "当周主管检修");
        } else if (!answer(day, officer, request, service, "AGREE", Map.of()).acknowledged()) {
          propose(day, officer, request, service, "当日班组已排满");
        }
      }
    }
  }

  private void propose(LocalDate day, Member officer, JsonNode request, String service, String reason)
      throws IOException, InterruptedException {
    var first = Bar.date(request.path("window").path("firstDay"));
    var soonest = day.plusDays(LEAD_DAYS);
    var later = workday((first.isBefore(soonest) ? soonest : first)
        .plusDays(desk.chance().whole(2, 6, "later", request.path("number").asString(), request.path("round").asInt(), service)));
    answer(day, officer, request, service, "PROPOSE", Map.of("reason", reason, "window", window(later, length(request))));
  }

  private Act answer(LocalDate day, Member officer, JsonNode request, String service, String answer, Map<String, Object> more)
      throws IOException, InterruptedException {
    var said = new LinkedHashMap<>(more);
    said.put("service", service);
    said.put("answer", answer);
    return desk.send(day, officer, switch (answer) {
      case "AGREE" -> "agree to window";
      case "REFUSE" -> "refuse window";
      default -> "propose window";
    }, request.path("number").asString() + " " + service, "POST", path(request) + "/answers", said, null);
  }

  /** A sheet hangs when it is due, most of the time, and a photo shows it. */
  private void post(LocalDate day) throws IOException, InterruptedException {
    for (var sheet : rows(planner, "/api/utility-notices?state=DUE&limit=200",
        row -> row.path("number").asString() + " " + row.path("buildingNumber").asString())) {
      var about = sheet.path("number").asString() + " " + sheet.path("buildingNumber").asString();
      var due = Instant.parse(sheet.path("dueAt").asString()).atZone(ZONE).toLocalDate();
      if (!due.isAfter(day.plusDays(1)) && !Bar.date(sheet.path("window").path("lastDay")).isBefore(day)
          && desk.chance().happens(POSTS, "posts", about, day)) {
        var photo = photos.ofEstate(day, planner, about, sheet.path("estateId").asString(), "单元门口告知");
        if (photo != null) {
          desk.send(day, planner, "post sheet", about, "POST", "/api/utility-notices/" + sheet.path("id").asString() + "/post",
              Map.of("evidence", List.of(photo)), null);
        }
      }
    }
  }

  // ---------------------------------------------------------------- what all of them need

  private static List<JsonNode> open(Member reader, String filter) throws IOException, InterruptedException {
    return rows(reader, "/api/utility-requests?limit=200&" + filter, row -> row.path("number").asString());
  }

  private static List<JsonNode> rows(Member reader, String path, Function<JsonNode, String> order)
      throws IOException, InterruptedException {
    var rows = new ArrayList<JsonNode>();
    reader.person().json(path).path("items").forEach(rows::add);
    rows.sort(Comparator.comparing(order));
    return rows;
  }

  private static String path(JsonNode request) {
    return "/api/utility-requests/" + request.path("id").asString();
  }

  private static int length(JsonNode request) {
    var window = request.path("window");
    return (int) ChronoUnit.DAYS.between(Bar.date(window.path("firstDay")), Bar.date(window.path("lastDay")));
  }

  private static Map<String, Object> window(LocalDate first, int more) {
    return Map.of("firstDay", first.toString(), "lastDay", first.plusDays(more).toString(), "from", "08:30", "to", "17:00");
  }

  private static LocalDate workday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }
}
