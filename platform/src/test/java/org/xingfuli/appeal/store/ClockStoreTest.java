package org.xingfuli.appeal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xingfuli.appeal.model.Given.CALENDAR;
import static org.xingfuli.appeal.model.Given.at;
import static org.xingfuli.appeal.model.Given.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.xingfuli.appeal.model.Clock;
import org.xingfuli.appeal.model.Given;
import org.xingfuli.appeal.model.PauseReason;
import org.xingfuli.appeal.model.TimeLimitRule;
import org.xingfuli.appeal.model.Warning;
import org.xingfuli.appeal.store.ClockStore.Placed;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.TestDatabase;
import org.xingfuli.kernel.TimeLimit;

/** What is written of a clock is what is read, the open ones are found when they are due, and nobody sees another street's. */
class ClockStoreTest {

  private static final TestDatabase DB = TestDatabase.fresh();
  private static final String AREA = "320613005";

  private final ClockStore store = new ClockStore(DB.jdbc());

  private static <T> T system(Supplier<T> work) {
    return DB.transactions().as(SystemScope.of("test"), work);
  }

  private static UUID appeal() {
    var id = UUID.randomUUID();
    DB.superuser().sql(Given.AN_APPEAL).param("id", id).param("area", AREA).update();
    return id;
  }

  private static TimeLimitRule rule() {
    return Given.rule(TimeLimit.workingDays(15), TimeLimit.workingDays(10), new Warning.Before(TimeLimit.workingDays(3)));
  }

  private static Clock started(UUID appeal, TimeLimitRule rule, String moment) {
    return Clock.start(UUID.randomUUID(), appeal, 1, rule, day(moment.substring(0, 10)), at(moment), CALENDAR);
  }

  private Clock kept(Clock clock) {
    system(() -> {
      store.insert(List.of(new Placed(clock, AREA, null)));
      return true;
    });
    return clock;
  }

  private Clock again(Clock clock) {
    return system(() -> {
      store.update(clock);
      return store.find(clock.id()).orElseThrow().clock();
    });
  }

  @Test
  void aClockIsReadAsItWasWrittenThroughPauseExtensionAndStop() {
    var clock = kept(started(appeal(), rule(), "2022-04-22 09:00"));
    assertThat(system(() -> store.open(clock.appealId()))).containsExactly(clock);
    var standing = clock.pause(at("2022-04-26 10:00"), PauseReason.AWAITING_APPRAISAL);
    assertThat(again(standing)).isEqualTo(standing);
    var running = standing.resume(at("2022-05-06 10:00"), CALENDAR);
    assertThat(again(running)).isEqualTo(running);
    var extended = running.extend(TimeLimit.workingDays(5), at("2022-05-06 11:00"), UUID.randomUUID(), at("2022-05-06 12:00"),
        CALENDAR);
    assertThat(again(extended)).isEqualTo(extended);
    var done = extended.stop(at("2022-05-09 10:00"));
    assertThat(again(done)).isEqualTo(done);
    assertThat(system(() -> store.open(clock.appealId()))).isEmpty();
    assertThat(system(() -> store.ofAppeal(clock.appealId()))).containsExactly(done);
  }

  @Test
  void thousandsAreWrittenByOneStatement() {
    var appeals = new ArrayList<Placed>();
    for (int n = 0; n < 2000; n++) {
      appeals.add(new Placed(started(appeal(), rule(), "2021-06-01 09:00"), AREA, null));
    }
    system(() -> {
      store.insert(appeals);
      return true;
    });
    var ids = appeals.stream().map(placed -> placed.clock().appealId()).toList();
    assertThat(system(() -> store.open(ids))).hasSize(2000);
  }

  @Test
  void anAppealHasOneOpenClockForAStepInARoundAndItsReopeningAnother() {
    var first = kept(started(appeal(), rule(), "2022-04-22 09:00"));
    assertThatThrownBy(() -> kept(started(first.appealId(), rule(), "2022-04-23 09:00")))
        .isInstanceOf(DuplicateKeyException.class);
    again(first.stop(at("2022-04-25 09:00")));
    kept(started(first.appealId(), rule(), "2022-04-26 09:00"));
    kept(Clock.start(UUID.randomUUID(), first.appealId(), 2, rule(), day("2022-04-27"), at("2022-04-27 09:00"), CALENDAR));
    assertThat(system(() -> store.open(first.appealId()))).hasSize(2);
  }

  @Test
  void aWarningIsDueOnceAndAgainWhenTheEndHasMoved() {
    var clock = kept(started(appeal(), rule(), "2020-04-20 09:00"));
    assertThat(clock.warnAt()).isEqualTo(at("2020-05-08 09:00"));
    assertThat(warnings("2020-05-08 08:59")).doesNotContain(clock.id());
    assertThat(warnings("2020-05-08 09:00")).contains(clock.id());
    system(() -> {
      store.warned(List.of(clock.id()), at("2020-05-08 09:00"));
      return true;
    });
    assertThat(warnings("2020-05-09 09:00")).doesNotContain(clock.id());
    var standing = again(clock.pause(at("2020-05-08 10:00"), PauseReason.IN_PROCEEDINGS));
    assertThat(warnings("2020-08-01 09:00")).as("it stands").doesNotContain(clock.id());
    again(standing.resume(at("2020-06-08 10:00"), CALENDAR));
    assertThat(warnings("2020-06-08 10:00")).as("two days are left, and it says so again").contains(clock.id());
  }

  private List<UUID> warnings(String now) {
    return system(() -> store.dueForWarning(at(now), 1000)).stream().map(placed -> placed.clock().id()).toList();
  }

  @Test
  void whatExpiredSinceTheLastLookIsMetOnce() {
    var clock = kept(started(appeal(), Given.rule(TimeLimit.hours(2), null, null), "2020-03-03 09:00"));
    assertThat(overdue("2020-03-03 10:59", "2020-03-03 11:00")).as("the last moment is in time").doesNotContain(clock.id());
    assertThat(overdue("2020-03-03 11:00", "2020-03-03 11:01")).contains(clock.id());
    assertThat(overdue("2020-03-03 11:01", "2020-03-03 11:02")).doesNotContain(clock.id());
  }

  private List<UUID> overdue(String after, String now) {
    return system(() -> store.overdue(at(after), at(now), 1000)).stream().map(placed -> placed.clock().id()).toList();
  }

  @Test
  void theClocksOfAnotherStreetAreNotSeen() {
    var clock = kept(started(appeal(), rule(), "2022-04-22 09:00"));
    assertThat(seen(clock, "320613006")).isEmpty();
    assertThat(seen(clock, AREA)).hasSize(1);
    assertThat(seen(clock, "320613")).hasSize(1);
  }

  private List<Clock> seen(Clock clock, String area) {
    return DB.transactions().as(
        new Scope(Scope.Kind.PERSON, UUID.randomUUID(), "街道专员", Set.of(area), Set.of(), Set.of()),
        () -> store.open(clock.appealId()));
  }

  @Test
  void theRunningClocksOfAVersionAreCountedWithTheDaysTheyReachTo() {
    var one = Given.rule(TimeLimit.hours(7), null, null);
    var rule = new TimeLimitRule("BINDING", 3, one.regime(), one.step(), Set.of(), Set.of(), Set.of(), one.limit(), null, null,
        one.effectiveFrom(), null, "test", false);
    kept(started(appeal(), rule, "2022-04-22 09:00"));
    kept(started(appeal(), rule, "2022-04-25 09:00"));
    again(kept(started(appeal(), rule, "2022-04-29 09:00")).stop(at("2022-04-29 10:00")));
    assertThat(system(() -> store.bindings("BINDING")))
        .containsExactly(new ClockStore.Binding("BINDING", 3, 2, day("2022-04-22"), day("2022-04-25")));
  }
}
