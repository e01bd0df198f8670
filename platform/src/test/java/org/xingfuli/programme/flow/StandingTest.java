package org.xingfuli.programme.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.AYear;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.Progress;
import org.xingfuli.programme.model.ProgressReport;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgressStore;

/** What is kept of the reports between two forecasts is what the database holds: no more, no less, whatever runs beside it. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class StandingTest {

  @Autowired Transactions transactions;
  @Autowired AYear years;
  @Autowired MovableBusinessClock clock;
  @Autowired PlanStore plans;
  @Autowired ProgressStore reports;
  @Autowired Frozen frozen;
  @Autowired Standing kept;

  private UUID programme;
  private UUID project;
  private Basis basis;

  @BeforeAll
  void aYearIsFrozen() {
    var year = years.frozen();
    programme = year.programme();
    project = year.projects().getFirst();
    basis = system(() -> frozen.baseline(plans.frozen(programme).orElseThrow()).basis());
    clock.moveTo(basis.starts().plusDays(60));
  }

  private <T> T system(Supplier<T> work) {
    return transactions.as(SystemScope.of("test"), work);
  }

  private boolean report(int activity, int percent, LocalDate on) {
    reports.insert(new ProgressReport(UuidV7.create(), basis.idOf(activity), project, AYear.HONGQIAO, on, Instant.now(), UUID.randomUUID(),
        "工长", percent, 0, null, "", percent == 0 ? null : on, null));
    return true;
  }

  private Map<Integer, Progress> known() {
    return system(() -> kept.of(programme, basis));
  }

  private Map<Integer, Progress> readAfresh() {
    return system(() -> new Standing(reports, clock).of(programme, basis));
  }

  @Test
  void aReportWhoseTransactionBeganEarlierAndEndedLaterIsNotMissed() throws Exception {
    var written = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var slow = CompletableFuture.runAsync(() -> system(() -> {
      report(0, 30, clock.today());
      written.countDown();
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return true;
    }));
    written.await();
    system(() -> report(1, 40, clock.today()));
    assertThat(known()).doesNotContainKey(0).containsKey(1);
    mayEnd.countDown();
    slow.join();
    assertThat(known().get(0).percent()).isEqualTo(30);
    assertThat(known()).isEqualTo(readAfresh());
  }

  @Test
  void aReportThatIsTakenBackWithItsTransactionCountsInsideItAndNeverAfter() {
    var inside = new HashMap<Integer, Progress>();
    var failed = new IllegalStateException("taken back");
    try {
      system(() -> {
        report(3, 50, clock.today());
        inside.putAll(kept.of(programme, basis));
        throw failed;
      });
    } catch (IllegalStateException expected) {
      assertThat(expected).isSameAs(failed);
    }
    assertThat(inside.get(3).percent()).isEqualTo(50);
    assertThat(known()).doesNotContainKey(3);
  }

  @Test
  void aReportOfADayToComeCountsFromThatDayOn() {
    var today = clock.today();
    system(() -> report(4, 20, today.plusDays(2)));
    assertThat(known()).doesNotContainKey(4);
    clock.moveTo(today.plusDays(2));
    assertThat(known().get(4).percent()).isEqualTo(20);
    clock.moveTo(today);
    assertThat(known()).doesNotContainKey(4);
  }

  @Test
  void afterManyReportsInAnyOrderWhatIsKeptIsWhatIsReadAfresh() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      system(() -> {
        for (int n = random.nextInt(5); n >= 0; n--) {
          report(5 + random.nextInt(20), random.nextInt(100), clock.today().minusDays(random.nextInt(10)));
        }
        return true;
      });
      assertThat(known()).as("seed %d, round %d", seed, round).isEqualTo(readAfresh());
    }
  }
}
