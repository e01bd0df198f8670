package org.xingfuli.exchange.estates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xingfuli.exchange.estates.Workbooks.read;

import org.junit.jupiter.api.Test;

/** The acceptance line of the import: a workbook with more than thirty planted faults, each of another kind. */
class ThirtyFaultsTest {

  @Test
  void everyPlantedFaultIsListedWithSheetRowAndColumn() {
    var read = read(PlantedFaults.workbook(), PlantedFaults.AREAS);
    assertThat(read.faults()).containsExactlyInAnyOrderElementsOf(PlantedFaults.PLANTED);
    assertThat(read.book().faults().count()).isEqualTo(PlantedFaults.PLANTED.size()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void everyFaultSpeaksChineseAndEnglishAndNamesTheHeader() {
    for (var fault : read(PlantedFaults.workbook(), PlantedFaults.AREAS).book().faults().listed()) {
      assertThat(fault.message()).as(fault.code()).isNotBlank().doesNotContain("{");
      assertThat(fault.messageEn()).as(fault.code()).isNotBlank().doesNotContain("{");
      assertThat(fault.maybe() == null).as(fault.code()).isEqualTo(fault.maybeEn() == null);
      assertThat(fault.header().isEmpty()).as(fault.code())
          .isEqualTo(fault.column().isEmpty() || fault.code().equals("cell.merged"));
    }
  }

  @Test
  void aMisspeltStreetIsAnsweredWithTheOneMeant() {
    assertThat(read(PlantedFaults.workbook()).book().faults().listed())
        .filteredOn(fault -> fault.code().equals("street.unknown"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.maybe()).isEqualTo("可能：是“虹桥街道”"));
  }

  @Test
  void faultsCarryNoPersonalData() {
    var shown = read(PlantedFaults.workbook()).book().faults().listed().toString();
    assertThat(shown).doesNotContain("王五").doesNotContain("电话不详").doesNotContain("13800001111");
  }
}
