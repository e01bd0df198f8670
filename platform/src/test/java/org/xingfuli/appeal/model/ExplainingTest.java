package org.xingfuli.appeal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.appeal.model.Explaining.Announced;
import org.xingfuli.appeal.model.Explaining.Building;
import org.xingfuli.appeal.model.Explaining.Rule;
import org.xingfuli.appeal.model.Explaining.Said;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;

/** What is announced explains the appeals of its class, its place and its time, and no others. */
class ExplainingTest {

  private static final UUID ESTATE = new UUID(1, 1);
  private static final Building FIVE = new Building(new UUID(2, 5), "5");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final List<Rule> RULES = List.of(
      new Rule("UTILITIES_WATER", true, AnnouncementKind.OUTAGE, List.of("WATER"), 2, true),
      new Rule("UTILITIES_POWER", true, AnnouncementKind.OUTAGE, List.of("POWER"), 0, false),
      new Rule("NOISE", false, AnnouncementKind.WORKS, List.of("D04"), 0, true),
      new Rule("NOISE_SITE", true, AnnouncementKind.WORKS, List.of("R0"), 0, true));

  private static Announced noWater() {
    return new Announced(AnnouncementKind.OUTAGE, new UUID(3, 1), "PH-2026-0001", List.of("WATER"), new Words("停水", "no water"), ESTATE,
        List.of(FIVE), DAY, DAY.plusDays(1), LocalTime.of(9, 0), LocalTime.of(16, 0), "项目经理");
  }

  private static Announced roof() {
    return new Announced(AnnouncementKind.WORKS, new UUID(3, 2), "R03", List.of("R03"), new Words("屋面板", "Boards"), ESTATE, List.of(), DAY,
        DAY.plusDays(20), Explaining.DAY_BEGINS, Explaining.DAY_ENDS, "天一公司");
  }

  private static Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(hour, minute).atZone(BusinessClock.ZONE).toInstant();
  }

  private static boolean explained(String code, @Nullable UUID building, @Nullable String number, Instant at, Announced one) {
    return !Explaining.of(new Said(code, ESTATE, building, number, at), RULES, List.of(one)).isEmpty();
  }

  @Test
  void anOutageExplainsWhoHasNoWaterInItsBuildingsAndHoursAndALittleAfter() {
    assertThat(explained("UTILITIES_WATER", FIVE.id(), null, at(DAY, 10, 0), noWater())).isTrue();
    assertThat(explained("UTILITIES_WATER", FIVE.id(), null, at(DAY.plusDays(1), 17, 59), noWater())).isTrue();
    assertThat(explained("UTILITIES_WATER", FIVE.id(), null, at(DAY, 8, 59), noWater())).as("before it begins").isFalse();
    assertThat(explained("UTILITIES_WATER", FIVE.id(), null, at(DAY, 18, 1), noWater())).as("long after it ended").isFalse();
    assertThat(explained("UTILITIES_WATER", new UUID(2, 6), null, at(DAY, 10, 0), noWater())).as("another building").isFalse();
    assertThat(explained("UTILITIES_WATER", null, "5号楼", at(DAY, 10, 0), noWater())).as("by its number").isTrue();
    assertThat(explained("UTILITIES_WATER", null, "15", at(DAY, 10, 0), noWater())).isFalse();
    assertThat(explained("UTILITIES_POWER", FIVE.id(), null, at(DAY, 10, 0), noWater())).as("another service").isFalse();
  }

  @Test
  void whereTheAppealNamesNoBuildingSomebodyIsAskedToLook() {
    var found = Explaining.of(new Said("UTILITIES_WATER", ESTATE, null, null, at(DAY, 10, 0)), RULES, List.of(noWater())).getFirst();
    assertThat(found.placed()).isFalse();
    assertThat(found.reason().zh()).contains("PH-2026-0001", "2026-03-10 – 2026-03-11", "09:00–16:00", "5 幢", "项目经理", "请核对");
    assertThat(found.reply()).contains("3月10日至3月11日", "停水", "16:00").doesNotContain("请核对");
  }

  @Test
  void worksExplainTheNoiseOfTheDayAndNeverThatOfTheNight() {
    assertThat(explained("NOISE_SITE", null, "7", at(DAY, 7, 0), roof())).isTrue();
    assertThat(explained("NOISE_SITE", null, "7", at(DAY, 23, 0), roof())).isFalse();
    assertThat(explained("NOISE_SITE", null, "7", at(DAY.minusDays(1), 12, 0), roof())).isFalse();
    assertThat(explained("NOISE_SHOP", null, "7", at(DAY, 7, 0), roof())).as("the noise of a shop").isFalse();
    assertThat(explained("NOISE", null, "7", at(DAY, 7, 0), roof())).as("no rule for it").isFalse();
  }

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  /** Whatever is announced: a link lies at the place and within the window, and what has nothing to do with it changes nothing. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aLinkIsAtThePlaceAndInTheWindowAndAnUnrelatedOutageChangesNothing(long seed) {
    var random = new SplittableRandom(seed);
    var announced = IntStream.range(0, 1 + random.nextInt(12)).mapToObj(n -> some(random, n, ESTATE)).toList();
    var said = new Said(Stream.of("UTILITIES_WATER", "UTILITIES_POWER", "NOISE", "NOISE_SITE", "PARKING").toList().get(random.nextInt(5)),
        ESTATE, random.nextBoolean() ? new UUID(2, random.nextInt(4)) : null, random.nextBoolean() ? "" + random.nextInt(4) : null,
        DAY.atStartOfDay(BusinessClock.ZONE).plusMinutes(random.nextInt(10 * 24 * 60)).toInstant());
    var found = Explaining.of(said, RULES, announced);
    for (var one : found) {
      boolean inside = one.first().datesUntil(one.last().plusDays(1)).anyMatch(day ->
          !said.at().isBefore(day.atTime(one.begins()).atZone(BusinessClock.ZONE).toInstant())
              && !said.at().isAfter(day.atTime(one.ends()).atZone(BusinessClock.ZONE).plusHours(2).toInstant()));
      assertThat(inside).as("%s explains %s", one, said).isTrue();
      if (said.building() != null && !one.buildings().isEmpty()) {
        assertThat(one.buildings()).contains(String.valueOf(said.building().getLeastSignificantBits()));
      }
    }
    var more = new ArrayList<>(announced);
    more.add(random.nextInt(more.size() + 1), some(random, 99, new UUID(1, 9)));
    assertThat(Explaining.of(said, RULES, more)).as("another estate").isEqualTo(found);
    assertThat(Explaining.of(said, RULES, announced.reversed())).as("in any order").containsExactlyInAnyOrderElementsOf(found);
  }

  private static Announced some(SplittableRandom random, int n, UUID estate) {
    var first = DAY.plusDays(random.nextInt(10));
    boolean outage = random.nextBoolean();
    int begins = random.nextInt(20);
    var buildings = random.nextBoolean() ? List.<Building>of()
        : IntStream.range(0, 4).filter(b -> random.nextBoolean()).mapToObj(b -> new Building(new UUID(2, b), "" + b)).toList();
    var what = (outage ? List.of("WATER", "POWER", "GAS") : List.of("D04", "R03", "Q01")).get(random.nextInt(3));
    return new Announced(outage ? AnnouncementKind.OUTAGE : AnnouncementKind.WORKS, new UUID(3, n), "N" + n, List.of(what),
        new Words(what, what), estate, buildings, first, first.plusDays(random.nextInt(4)), LocalTime.of(begins, 0),
        LocalTime.of(begins + 1 + random.nextInt(23 - begins), 0), "甲");
  }
}
