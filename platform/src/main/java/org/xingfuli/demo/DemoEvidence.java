package org.xingfuli.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.demo.DemoPictures.Scene;
import org.xingfuli.estate.Estate;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.kernel.BusinessClock;

/**
 * Drawn photos for some estates: roofs, façades and yards before and after, joined to pairs. One device's clock runs a day
 * ahead, which its photo is remarked for.
 */
@Component
class DemoEvidence {

  private static final int ESTATES = 9;
  private static final LocalDate BEFORE = LocalDate.of(2022, 2, 21);
  private static final LocalDate AFTER = LocalDate.of(2022, 4, 6);

  /** A place in an estate. */
  private record Place(Scene scene, String words, String before, String after) {}

  private static final List<Place> PLACES = List.of(
      new Place(Scene.ROOF, "3 幢屋面", "3 幢屋面搭建", "3 幢坡屋面挂瓦完成"),
      new Place(Scene.FACADE, "5 幢南立面", "5 幢外墙渗漏、空鼓", "5 幢外墙涂料完成"),
      new Place(Scene.YARD, "中心路", "中心路破损、乱停车", "中心路沥青与车位完成"));

  private final Evidence evidence;

  DemoEvidence(Evidence evidence) {
    this.evidence = evidence;
  }

  void load(List<Estate> estates, long seed) {
    for (int number = 0; number < Math.min(ESTATES, estates.size()); number++) {
      var estate = estates.get(number);
      var place = PLACES.get(number % PLACES.size());
      var drawn = seed + number;
      var before = photo(estate, place.scene(), place.before(), false, BEFORE.plusDays(number), drawn, 0);
      var after = photo(estate, place.scene(), place.after(), true, AFTER.plusDays(number), drawn, number == 4 ? 1 : 0);
      evidence.pair(before, after, place.words());
      photo(estate, PLACES.get((number + 1) % PLACES.size()).scene(), PLACES.get((number + 1) % PLACES.size()).before(), false,
          BEFORE.plusDays(number), drawn + 1000, 0);
    }
  }

  /** The plan of pipes that goes with a request. */
  UUID pipes(Estate estate, LocalDate day, long seed) {
    return photo(estate, Scene.PIPES, "管线综合图（示意）", true, day, seed, 0);
  }

  /** A sheet where it hangs. */
  UUID door(Estate estate, String building, LocalDate day, long seed) {
    return photo(estate, Scene.DOOR, building + " 幢单元门口已张贴", true, day, seed, 0);
  }

  /** A place as it is after somebody's appeal was handled. */
  UUID mended(Estate estate, String caption, LocalDate day, long seed) {
    return photo(estate, seed % 2 == 0 ? Scene.YARD : Scene.FACADE, caption, true, day, seed, 0);
  }

  private UUID photo(Estate estate, Scene scene, String caption, boolean after, LocalDate day, long seed, int daysAhead) {
    var taken = day.atTime(LocalTime.of(9, 30)).plusMinutes(Math.floorMod(seed * 37, 400)).atZone(BusinessClock.ZONE).toInstant();
    var about = new NewEvidence(estate.id(), null, null, scene.name().toLowerCase(Locale.ROOT) + ".jpg", caption,
        degrees(32.0162, seed * 7), degrees(120.8641, seed * 13), new BigDecimal("12"), shifted(taken, daysAhead), "示例手机");
    var title = scene == Scene.DOOR ? DemoReporter.COMMUNITY : after ? DemoReporter.CONTRACTOR : DemoReporter.DELIVERY_AGENT;
    return evidence.attachPast(about, DemoPictures.draw(scene, after, seed),
        UUID.nameUUIDFromBytes(("demo:" + title + estate.id()).getBytes(StandardCharsets.UTF_8)), title, taken.plusSeconds(95));
  }

  private static Instant shifted(Instant taken, int days) {
    return taken.plusSeconds(days * 86_400L);
  }

  private static BigDecimal degrees(double about, long seed) {
    return BigDecimal.valueOf(Math.round(about * 10_000) + Math.floorMod(seed, 300), 4);
  }
}
