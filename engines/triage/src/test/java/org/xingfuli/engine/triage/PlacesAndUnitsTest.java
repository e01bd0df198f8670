package org.xingfuli.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.kernel.Refused;

/** Names in texts, and whose a case is. */
class PlacesAndUnitsTest {

  private static final Gazetteer PLACES = new Gazetteer(List.of(
      Place.of("S", "濠南街道"), Place.of("E1", "和风苑", "和风小区").within("S"), Place.of("E2", "和风苑东区").within("S"),
      Place.of("E3", "银杏花园"), Place.of("B1", "1号楼").within("E1"), Place.of("B11", "11号楼").within("E1"),
      Place.of("C11", "11号楼").within("E3"), Place.of("R", "人民中路")));

  @ParameterizedTest
  @ValueSource(strings = {"和风苑11号楼漏水", "和风苑十一栋漏水", "和风小区11幢漏水", "和风苑11#漏水", "和风 苑 11 号楼 漏水", "和风苑１１号楼漏水", "和风苑１１座"})
  void aBuildingIsFoundInAnyOfItsSpellings(String text) {
    assertThat(PLACES.find(text)).singleElement().satisfies(found -> {
      assertThat(found.id()).isEqualTo("B11");
      assertThat(found.ambiguous()).isFalse();
      assertThat(text.substring(found.from(), found.to())).isEqualTo(found.words()).startsWith("和风").matches(".*(号楼|栋|幢|#|座)");
    });
  }

  @Test
  void theLongestNameCounts() {
    assertThat(PLACES.find("和风苑东区和人民中路")).extracting(PlaceFound::id).containsExactly("E2", "R");
  }

  @Test
  void aBareNumberIsAmbiguousUntilAnEstateIsNamed() {
    assertThat(PLACES.find("11栋漏水").getFirst()).satisfies(found -> {
      assertThat(found.ambiguous()).isTrue();
      assertThat(found.candidates()).containsExactly("B11", "C11");
    });
    assertThat(PLACES.find("银杏花园有人反映，十一号楼漏水")).extracting(PlaceFound::id).containsExactly("E3", "C11");
  }

  @Test
  void aNumberIsNotFoundWithinALongerOne() {
    assertThat(PLACES.find("和风苑21号楼")).extracting(PlaceFound::id).containsExactly("E1");
  }

  @ParameterizedTest
  @CsvSource({"十, 10", "十一, 11", "二十, 20", "二十三, 23", "一百零二, 102", "一百一十, 110", "一一, 11", "两, 2", "07, 7"})
  void numeralsAreRead(String written, String digits) {
    assertThat(BuildingNumbers.digits(written)).isEqualTo(digits);
  }

  @Test
  void faultsOfARegisterAreToldAtOnce() {
    assertThatThrownBy(() -> new Gazetteer(List.of(Place.of("A", "甲"), Place.of("A", ""))))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).hasSize(2));
  }

  @Test
  void theNearestPlaceThenTheDeepestClassChoosesTheUnitAndSaysWhy() {
    ClassTree tree = StarterClasses.ours().tree();
    ResponsibleUnit units = new ResponsibleUnit(tree, List.of(
        new UnitRule(null, null, null, "COMMAND", "兜底"), new UnitRule("LEAK", null, null, "WORKS", "改造科职责"),
        new UnitRule("LEAK_ROOF", null, null, "ROOFERS", "保修合同"), new UnitRule("LEAK", "E1", null, "CONTRACTOR-7", "在建"),
        new UnitRule(null, null, Suggestion.EMERGENCY, "DUTY", "应急值班")));
    assertThat(units.suggest("LEAK_ROOF_WORKS", List.of(), null)).extracting(UnitSuggestion::unit)
        .containsExactly("ROOFERS", "WORKS", "COMMAND");
    assertThat(units.suggest("LEAK_WALL", PLACES.around("B11"), null).getFirst())
        .isEqualTo(new UnitSuggestion("CONTRACTOR-7", List.of("在建", "class:LEAK", "place:E1")));
    assertThat(units.suggest("NOISE", List.of(), Suggestion.EMERGENCY).getFirst().unit()).isEqualTo("DUTY");
    assertThatThrownBy(() -> new ResponsibleUnit(tree, List.of(new UnitRule("X", null, null, " ", ""))))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).hasSize(2));
  }
}
