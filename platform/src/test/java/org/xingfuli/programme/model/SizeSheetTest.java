package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.SizeSheet.Band;
import org.xingfuli.programme.model.SizeSheet.Criterion;
import org.xingfuli.programme.model.SizeSheet.Fact;

/** The score sheet: points by bands, a total, and what follows. */
class SizeSheetTest {

  private static final List<Band> BANDS = List.of(new Band(new BigDecimal("12"), 0), new Band(new BigDecimal("22"), 20), new Band(null, 30));
  private static final List<Band> CONSENT = List.of(new Band(new BigDecimal("85"), 10), new Band(null, 0));

  private static SizeSheet sheet(List<Band> consent) {
    return new SizeSheet(1, 19, List.of(
        new Criterion("B", Words.of("楼栋数", "Buildings"), Fact.BUILDINGS, "栋", BANDS, 20, true, "test"),
        new Criterion("C", Words.of("同意率", "Consent"), Fact.CONSENT, "%", consent, 5, true, "test")), true, "test", "",
        Instant.EPOCH, "");
  }

  private static Quantities buildings(int number) {
    return new Quantities(Map.of(Driver.BUILDINGS, BigDecimal.valueOf(number)));
  }

  @Test
  void aBandHoldsUpToItsEndAndTheTotalSaysTheClass() {
    var twelve = sheet(CONSENT).score(buildings(12), Map.of(Fact.CONSENT, new BigDecimal("85")));
    assertThat(twelve.lines()).extracting(SizeSheet.Line::points).containsExactly(0, 10);
    assertThat(twelve.total()).isEqualTo(10);
    assertThat(twelve.most()).isEqualTo(40);
    assertThat(twelve.sizeClass()).isEqualTo(SizeClass.SMALL_AND_EASY);
    assertThat(sheet(CONSENT).score(buildings(13), Map.of()).sizeClass()).isEqualTo(SizeClass.REGULAR);
  }

  @Test
  void whatNobodyStatedIsShownAsUnknownAndCountsAsTheSheetSays() {
    var line = sheet(CONSENT).score(buildings(3), Map.of()).lines().getLast();
    assertThat(line.value()).isNull();
    assertThat(line.points()).isEqualTo(5);
  }

  @Test
  void bandsMustGrowAndTheLastHasNoEnd() {
    assertThat(sheet(CONSENT).faults()).isEmpty();
    assertThat(sheet(List.of(new Band(new BigDecimal("85"), 10))).faults()).extracting(Refusal::code)
        .containsExactly("programme.bands-not-growing");
    assertThat(sheet(List.of(new Band(null, 101))).faults()).extracting(Refusal::code)
        .containsExactly("programme.points-out-of-range");
  }
}
