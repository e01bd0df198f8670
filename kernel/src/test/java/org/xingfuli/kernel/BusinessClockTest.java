package org.xingfuli.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

  @Test
  void theBusinessDateIsTheOneInShanghai() {
    var lateEveningInUtc = InstantSource.fixed(Instant.parse("2022-04-19T16:00:00Z"));
    assertThat(BusinessClock.of(lateEveningInUtc).today()).isEqualTo("2022-04-20");
    var aMomentBefore = InstantSource.fixed(Instant.parse("2022-04-19T15:59:59Z"));
    assertThat(BusinessClock.of(aMomentBefore).today()).isEqualTo("2022-04-19");
  }

  @Test
  void aMovedClockRunsOnWithTheTimeBeneathIt() {
    var system = new AtomicReference<>(Instant.parse("2026-11-24T02:00:00Z"));
    var clock = new MovableBusinessClock(system::get);
    assertThat(clock.today()).isEqualTo("2026-11-24");

    clock.moveTo(LocalDate.of(2022, 4, 20));
    assertThat(clock.today()).isEqualTo("2022-04-20");
    assertThat(clock.now()).as("the time of day is kept").isEqualTo("2022-04-20T02:00:00Z");

    system.updateAndGet(now -> now.plus(Duration.ofHours(14)));
    assertThat(clock.today()).as("midnight has passed in Shanghai").isEqualTo("2022-04-21");
  }

  @Test
  void aStandingDayOutlivesMidnights() {
    var system = new AtomicReference<>(Instant.parse("2026-11-24T02:00:00Z"));
    var clock = new MovableBusinessClock(system::get);
    clock.stayAt(LocalDate.of(2022, 4, 20));
    system.updateAndGet(now -> now.plus(Duration.ofHours(38)));
    assertThat(clock.now()).as("the time of day goes on").isEqualTo("2022-04-19T16:00:00Z");
    assertThat(clock.today()).isEqualTo("2022-04-20");
    clock.moveTo(LocalDate.of(2022, 4, 21));
    system.updateAndGet(now -> now.plus(Duration.ofHours(24)));
    assertThat(clock.today()).as("a moved clock runs on").isEqualTo("2022-04-22");
  }

  @Test
  void aClockMovesToAMomentAndBack() {
    var clock = new MovableBusinessClock(InstantSource.fixed(Instant.parse("2026-11-24T02:00:00Z")));
    clock.moveTo(Instant.parse("2022-04-29T08:00:00Z"));
    assertThat(clock.now()).isEqualTo("2022-04-29T08:00:00Z");
    clock.moveTo(Instant.parse("2022-01-01T00:00:00Z"));
    assertThat(clock.today()).isEqualTo("2022-01-01");
  }
}
