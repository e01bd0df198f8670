package org.xingfuli.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.xingfuli.appeal.ReceptionPlay;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.AppealTold;
import org.xingfuli.appeal.Channel;
import org.xingfuli.kernel.BusinessClock;

/** A reception point at the estate of each place, somebody who came to it, and a time that was promised. */
@TestComponent
public final class ReceptionObjects implements MatrixObjects {

  private final MatrixWorld world;
  private final AppealObjects appeals;
  private final UtilityObjects buildings;
  private final ReceptionPlay play;
  private final BusinessClock clock;
  private final Map<Place, UUID> points = new HashMap<>();
  private final Map<Place, UUID> known = new EnumMap<>(Place.class);
  private UUID building = UUID.randomUUID();

  ReceptionObjects(MatrixWorld world, AppealObjects appeals, UtilityObjects buildings, ReceptionPlay play, BusinessClock clock) {
    this.world = world;
    this.appeals = appeals;
    this.buildings = buildings;
    this.play = play;
    this.clock = clock;
  }

  @Override
  public boolean knows(String path) {
    return path.matches("/api/(reception-points|promises)/\\{id}.*");
  }

  /** The point of the place, open for a year back. */
  public UUID point(Place place) {
    return points.computeIfAbsent(place, where -> world.system(() -> play.open(world.estate(where), world.name(where) + "接待点",
        "门卫室", "0513-80009001", clock.today().minusYears(1))));
  }

  /** A building of the place's estate; the same one for all, since every building more makes the year's works longer. */
  public UUID building(Place place) {
    return known.computeIfAbsent(place, buildings::building);
  }

  /** Somebody who came to the point of the place and waits for an answer. */
  public UUID walkIn(Place place) {
    var point = point(place);
    var its = building(place);
    return world.system(() -> play.walkIn(point, new AppealTold(Channel.RECEPTION, null, AppealKind.HELP, "灯不亮", "楼道灯不亮", "OTHER",
        world.estate(place), MatrixWorld.area(place), its, "1", 1, "示例居民", "10000001234", false), "试验", appeals.unit(place), null));
  }

  /** A time promised to somebody who came, an hour ahead. */
  public UUID promise(Place place) {
    var appeal = walkIn(place);
    return world.system(() -> play.promise(appeal, point(place), "电工上门", clock.now().plusSeconds(3_600), "试验"));
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    if (place == Place.NONE) {
      return Map.of("id", UUID.randomUUID().toString(), "appeal", UUID.randomUUID().toString());
    }
    building = building(place);
    if (endpoint.contains("/api/promises/")) {
      return Map.of("id", promise(place).toString());
    }
    var walkIn = endpoint.endsWith("/answer") ? walkIn(place) : UUID.randomUUID();
    return Map.of("id", changing && endpoint.startsWith("PUT") ? fresh(place).toString() : point(place).toString(), "appeal", walkIn.toString());
  }

  private UUID fresh(Place place) {
    return world.system(() -> play.open(world.estate(place), "接待点" + UUID.randomUUID().toString().substring(0, 8), "门卫室",
        "0513-80009001", clock.today()));
  }

  /** What is sent to open a point. */
  public Map<String, Object> opening(Place place) {
    return Map.of("estateId", world.estate(place), "name", "东门接待点", "place", "东门卫室", "phone", "0513-80009002", "activeFrom",
        clock.today().toString(), "hours", hours());
  }

  private static List<Map<String, Object>> hours() {
    return List.of(Map.of("on", "MONDAY", "opens", "08:30:00", "closes", "17:30:00"));
  }

  /** What a clerk sends of somebody who came. */
  public Map<String, Object> brought(UUID at) {
    var body = new HashMap<String, Object>();
    body.put("teller", "SELF");
    body.put("words", "北墙有缝，下雨天卧室墙角发潮");
    body.put("classCode", "LEAK");
    body.put("buildingId", at);
    body.put("stairwell", 1);
    body.put("today", true);
    return body;
  }

  @Override
  public @Nullable Object body(String endpoint) {
    var path = endpoint.substring(endpoint.indexOf(' ') + 1);
    return switch (endpoint) {
      case "POST /api/reception-points" -> Map.of();
      case "PUT /api/reception-points/{id}" -> Map.of("name", "西门接待点", "place", "西门卫室", "phone", "0513-80009003", "activeFrom",
          clock.today().toString(), "hours", hours(), "version", 1);
      case "PUT /api/reception-points/{id}/roster" -> roster(clock.today());
      case "POST /api/reception-points/{id}/walk-ins" -> brought(building);
      case "POST /api/reception-points/{id}/walk-ins/{appeal}/answer" -> Map.of("words", "已换灯", "satisfied", true);
      case "POST /api/promises/{id}/keep" -> Map.of("words", "已来过");
      case "POST /api/promises/{id}/move" -> Map.of("dueAt", Instant.ofEpochSecond(clock.now().getEpochSecond()).plusSeconds(7_200)
          .toString(), "reason", "电工临时抢修");
      default -> path.isEmpty() ? null : MatrixObjects.super.body(endpoint);
    };
  }

  private static Map<String, Object> roster(LocalDate day) {
    return Map.of("from", day.toString(), "to", day.plusDays(6).toString(), "shifts", List.of(Map.of("day", day.toString(), "begins",
        LocalTime.of(8, 30) + ":00", "ends", LocalTime.of(13, 0) + ":00", "who", "值班员甲")));
  }
}
