package org.xingfuli.exchange.estates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law: what is exported is imported again as it was, texts included that a spreadsheet would take for formulas. */
class RoundTripTest {

  private static final List<String> NAMES =
      List.of("工人新村", "=1+1", "+86", "-号楼", "@家园", "'院", "'=院", "向阳 东里", "O'Neil里", "𠮷祥里", "“引号”<&>", "\u200B新村");

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("xingfuli.seeds", 40));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void importingAnExportGivesWhatWasExported(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    var estates = new ArrayList<EstateLine>();
    var buildings = new ArrayList<BuildingLine>();
    var households = new ArrayList<HouseholdLine>();
    draw(random, estates, buildings, households);
    var out = new ByteArrayOutputStream();
    try (var writer = new EstateBookWriter(out, Workbooks.PLACES)) {
      for (var estate : estates) {
        writer.estate(estate);
      }
      writer.beginBuildings();
      for (var building : buildings) {
        writer.building(building);
      }
      writer.beginHouseholds();
      for (var household : households) {
        writer.household(household);
      }
    }
    var read = Workbooks.read(out.toByteArray());
    assertThat(read.book().faults().listed()).isEmpty();
    assertThat(read.book().estates()).isEqualTo(estates);
    assertThat(read.book().buildings()).isEqualTo(buildings);
    assertThat(read.households()).isEqualTo(households);
  }

  private static void draw(SplittableRandom random, List<EstateLine> estates, List<BuildingLine> buildings,
      List<HouseholdLine> households) {
    for (int e = 0; e < random.nextInt(1, 6); e++) {
      var street = random.nextBoolean() ? "320613005" : "320613006";
      var name = Texts.tidy(NAMES.get(random.nextInt(NAMES.size())) + e);
      estates.add(new EstateLine(estates.size() + 2, "E-" + e, name, street, random.nextBoolean() ? street + "001" : null,
          maybe(random, name + "路"), random.nextBoolean() ? 1980 : null, random.nextBoolean() ? 1999 : null, area(random, 700_000),
          random.nextBoolean() ? null : (Boolean) random.nextBoolean(), random.nextInt(100), random.nextInt(100), area(random, 9_000),
          area(random, 9_000), area(random, 9_000), area(random, 9_000), random.nextInt(500), random.nextInt(90),
          area(random, 9_000)));
      var floor = estates.getLast().floorArea();
      for (int b = 0; b < random.nextInt(0, 4); b++) {
        buildings.add(new BuildingLine(buildings.size() + 2, "E-" + e, b + (random.nextBoolean() ? "甲" : ""), 6,
            random.nextBoolean() ? 1990 : null, part(floor, 4), 3, random.nextBoolean()));
        for (int h = 0; h < random.nextInt(0, 5); h++) {
          households.add(new HouseholdLine(households.size() + 2, "E-" + e, buildings.getLast().number(), random.nextInt(1, 4),
              random.nextInt(1, 7), "10" + h, part(buildings.getLast().floorArea(), 400), maybe(random, name),
              maybe(random, "1390000" + random.nextInt(1000, 9999))));
        }
      }
    }
  }

  private static @Nullable String maybe(SplittableRandom random, String text) {
    return random.nextBoolean() ? text : null;
  }

  private static BigDecimal area(SplittableRandom random, int most) {
    return BigDecimal.valueOf(random.nextInt(100_000, most * 100 + 100_001), 2);
  }

  private static BigDecimal part(BigDecimal whole, int parts) {
    return whole.divide(BigDecimal.valueOf(parts), 2, RoundingMode.DOWN);
  }
}
