package org.xingfuli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.HouseholdLine;

/** The demo's estates have the sizes of the reference year and nobody's name. */
class DemoDistrictTest {

  private final DemoDistrict district = DemoDistrict.draw(new SplittableRandom(2022));

  @Test
  void fortyFiveEstatesInNineStreetsWithElevenHundredBuildingsAndThirtySixThousandHouseholds() {
    assertThat(district.estates()).hasSize(45);
    assertThat(new HashSet<>(district.estates().stream().map(EstateLine::street).toList())).hasSize(9);
    assertThat(new HashSet<>(district.estates().stream().map(EstateLine::name).toList())).hasSize(45);
    assertThat(district.buildings()).hasSize(1_100);
    assertThat(district.households().size()).isBetween(35_000, 37_500);
    var area = district.buildings().stream().map(BuildingLine::floorArea).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(area.intValue() / 1_100).isBetween(2_600, 2_950);
    int illegal = district.estates().stream().mapToInt(e -> e.roofStructures() + e.groundStructures()).sum();
    assertThat(illegal / 1_100).isBetween(9, 11);
  }

  @Test
  void theSameSeedGivesTheSameDistrict() {
    assertThat(DemoDistrict.draw(new SplittableRandom(2022))).isEqualTo(district);
    assertThat(DemoDistrict.draw(new SplittableRandom(7))).isNotEqualTo(district);
  }

  @Test
  void ownersAreNobody() {
    assertThat(district.households()).extracting(HouseholdLine::owner).allMatch(name -> name != null && name.contains("某"));
    assertThat(district.households()).extracting(HouseholdLine::phone).allMatch(phone -> phone != null && phone.startsWith("1000000"));
  }
}
