package org.xingfuli.drills.year;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a simulated year counts as passed, and what is left to read of one that was stopped. */
class YearDrillTest {

  @Test
  void aFollowedDemoThatIsStoppedSaysDaysActsAndBreaches() {
    assertThat(YearDrill.followed(7, 3, 41, 0))
        .isEqualTo("""
            {"drill":"year --follow","seed":7,"days":3,"acts":41,"checks":0,"breaches":0}""");
  }
}
