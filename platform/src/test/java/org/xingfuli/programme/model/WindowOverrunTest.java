package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.xingfuli.programme.Words;

/** Work that needs a utility has to be done by the last day of its window; what ends later is said in words. */
class WindowOverrunTest {

  private static final UtilityWindow GAS = new UtilityWindow(
      LocalDate.of(2022, 4, 10), LocalDate.of(2022, 4, 12), Words.of("停气窗口", "Gas outage"));

  @Test
  void workThatEndsOnTheLastDayOfTheWindowIsInTime() {
    assertThat(WindowOverrun.of(GAS, LocalDate.of(2022, 4, 12))).isNull();
    assertThat(WindowOverrun.of(null, LocalDate.of(2022, 4, 15))).as("waits for no window").isNull();
  }

  @Test
  void workThatEndsADayLaterSaysWhenTheWindowEndsAndWhenItIsPlanned() {
    var overrun = WindowOverrun.of(GAS, LocalDate.of(2022, 4, 15));
    assertThat(overrun).isNotNull();
    assertThat(overrun.words()).isEqualTo(Words.of("停气窗口 04-12 止，排到 04-15", "Gas outage ends 04-12, planned to 04-15"));
    assertThat(WindowOverrun.of(GAS, LocalDate.of(2022, 4, 13))).isNotNull();
  }
}
