package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How a node's nominal date becomes its due date. */
class NodeRuleTest {

  @Test
  void theEndOfAprilIsAHolidayIn2022SoTheLastLawfulClearingDayIsFridayThe29th() {
    var resolved = NodeRule.LAST_LAWFUL_CLEARING_DAY.resolve(LocalDate.of(2022, 4, 30), ADistrict.CALENDAR);
    assertThat(resolved.due()).isEqualTo(LocalDate.of(2022, 4, 29));
    assertThat(resolved.why().zh()).contains("2022 年 4 月 30 日").contains("第四十三条").contains("4 月 29 日");
    assertThat(resolved.why().en()).contains("art. 43").contains("2022-04-29");
  }

  @Test
  void inAYearWithoutThatHolidayTheDateItselfIsLawful() {
    var nominal = LocalDate.of(2023, 4, 28);
    assertThat(NodeRule.LAST_LAWFUL_CLEARING_DAY.resolve(nominal, ADistrict.CALENDAR).due()).isEqualTo(nominal);
  }

  @Test
  void theOtherNodesOf2022FallOnTheirDates() {
    assertThat(ADistrict.nodes()).extracting(node ->
        node.code() + " " + node.rule().resolve(node.nominal(), ADistrict.CALENDAR).due())
        .containsExactly("M1 2022-02-18", "M2 2022-04-29", "M3 2022-05-31", "M4 2022-09-30", "M5 2022-11-30");
  }
}
