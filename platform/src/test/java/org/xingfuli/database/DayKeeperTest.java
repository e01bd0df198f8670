package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xingfuli.database.BusinessDay.Play;
import org.xingfuli.database.Installation.Wanted;
import org.xingfuli.kernel.MovableBusinessClock;

/** One business day for all nodes, and every day that passes told once. */
class DayKeeperTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 4, 20);

  private final TestDatabase database = TestDatabase.fresh();
  private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-11-26T04:00:00Z"));
  private final List<DayPassed> published = new CopyOnWriteArrayList<>();

  /** A node of the platform: its own memory and clock on the common database. */
  private final class Node {
    final MovableBusinessClock clock = new MovableBusinessClock(time::get);
    final DayKeeper days;

    Node(Wanted wanted, @Nullable LocalDate start) {
      var system = new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return time.get();
        }
      };
      var installation = new Installation(database.transactions(), database.jdbc(), system, wanted);
      days = new DayKeeper(installation, database.transactions(), database.jdbc(), new Bulletin(database.jdbc()),
          event -> published.add((DayPassed) event), clock, system, start);
    }

    BusinessDay forward(LocalDate to) {
      return database.transactions().as(SystemScope.of("test"), () -> days.forward(to));
    }
  }

  private List<LocalDate> passed() {
    return published.stream().map(DayPassed::day).toList();
  }

  @Test
  void aDemosDayStandsUntilItIsMovedAndIsTheSameAtTheNextStart() {
    var node = new Node(Wanted.TRUE, null);
    assertThat(node.days.begin(FIRST).today()).isEqualTo(FIRST);
    assertThat(node.clock.today()).isEqualTo(FIRST);
    time.set(time.get().plusSeconds(40L * 24 * 3600));
    assertThat(node.clock.today()).as("midnights beneath it do not count").isEqualTo(FIRST);
    node.forward(FIRST.plusDays(3));
    var restarted = new Node(Wanted.TRUE, LocalDate.of(2022, 1, 1));
    assertThat(restarted.days.begin(LocalDate.of(2022, 1, 1)).today()).isEqualTo(FIRST.plusDays(3));
    assertThat(restarted.clock.today()).isEqualTo(FIRST.plusDays(3));
    assertThat(passed()).containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));
  }

  @Test
  void everyDayPassesOnceHoweverManyNodesMoveTheClock() throws Exception {
    var nodes = List.of(new Node(Wanted.TRUE, null), new Node(Wanted.TRUE, null));
    nodes.forEach(node -> node.days.begin(FIRST));
    var goal = FIRST.plusDays(30);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var racers = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(racer -> () -> {
        while (step(nodes.get(racer % 2), goal)) {
          Thread.onSpinWait();
        }
        return true;
      }).toList();
      for (var racer : threads.invokeAll(racers)) {
        assertThat(racer.get()).isTrue();
      }
    }
    assertThat(passed()).containsExactlyElementsOf(FIRST.datesUntil(goal).toList());
    assertThat(published.stream().map(DayPassed::eventId).distinct().count()).isEqualTo(30);
    nodes.forEach(node -> {
      node.days.heard(BulletinHearer.DAY_CHANGED, "");
      assertThat(node.clock.today()).as("both nodes have one day").isEqualTo(goal);
    });
  }

  /** A day forward from whatever the day is by then; whether there was one left to pass. */
  private boolean step(Node node, LocalDate goal) {
    return database.transactions().as(SystemScope.of("test"), () -> {
      var day = node.days.locked();
      if (!day.today().isBefore(goal)) {
        return false;
      }
      node.days.forward(day.today().plusDays(1));
      return true;
    });
  }

  @Test
  void whatWasRolledBackHasMovedNoClock() {
    var node = new Node(Wanted.TRUE, null);
    node.days.begin(FIRST);
    assertThatThrownBy(() -> database.transactions().run(SystemScope.of("test"), () -> {
      node.days.forward(FIRST.plusDays(1));
      throw new IllegalStateException("planted");
    })).hasMessage("planted");
    assertThat(node.clock.today()).isEqualTo(FIRST);
    assertThat(new Node(Wanted.TRUE, null).clock.today()).isEqualTo(FIRST);
  }

  @Test
  void aDemoSetBackStopsPlayingAndItsDaysPassOnceMore() {
    var node = new Node(Wanted.TRUE, null);
    node.days.begin(FIRST);
    node.forward(FIRST.plusDays(1));
    database.transactions().as(SystemScope.of("test"), () -> node.days.play(new Play(7, null)));
    assertThat(node.days.ofDemo().orElseThrow().play()).isEqualTo(new Play(7, null));
    var back = database.transactions().as(SystemScope.of("test"), node.days::setBack);
    assertThat(back.play()).isNull();
    assertThat(node.clock.today()).isEqualTo(FIRST);
    node.forward(FIRST.plusDays(1));
    assertThat(passed()).containsExactly(FIRST, FIRST);
    assertThat(published.get(0).eventId()).as("another passing of the day").isNotEqualTo(published.get(1).eventId());
  }

  @Test
  void aRealInstallationTellsOfEachMidnightOnce() {
    var node = new Node(Wanted.FALSE, null);
    var another = new Node(Wanted.FALSE, null);
    node.days.tellOfPassedDays();
    assertThat(passed()).as("there is no day before the first").isEmpty();
    time.set(time.get().plusSeconds(2L * 24 * 3600));
    node.days.tellOfPassedDays();
    another.days.tellOfPassedDays();
    node.days.tellOfPassedDays();
    assertThat(passed()).containsExactly(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27));
    time.set(time.get().plusSeconds(400L * 24 * 3600));
    another.days.tellOfPassedDays();
    assertThat(passed()).as("after a long outage only the last month's").hasSize(2 + 31);
    assertThat(node.days.ofDemo()).isEmpty();
  }
}
