package org.xingfuli.drills.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When a simulated year counts as passed, and what is left to read of one that was stopped. */
class YearDrillTest {

  @Test
  void aWholeYearInWhichAnInvariantWasNeverCheckedFailsAndAFewDaysDoNot() {
    assertThat(YearDrill.verdict(365, List.of(), List.of(), List.of())).isZero();
    assertThat(YearDrill.verdict(365, List.of(), List.of(), List.of("OUTAGE_KEPT"))).isEqualTo(1);
    assertThat(YearDrill.verdict(4, List.of(), List.of(), List.of("OUTAGE_KEPT"))).isZero();
    assertThat(YearDrill.verdict(4, List.of("breach"), List.of(), List.of())).isEqualTo(1);
    assertThat(YearDrill.verdict(4, List.of(), List.of("OUTAGE_KEPT"), List.of())).isEqualTo(1);
  }

  @Test
  void aFollowedDemoThatIsStoppedSaysDaysActsAndBreaches() {
    assertThat(YearDrill.followed(7, 3, 41, 0))
        .isEqualTo("""
            {"drill":"year --follow","seed":7,"days":3,"acts":41,"checks":0,"breaches":0}""");
  }
}
