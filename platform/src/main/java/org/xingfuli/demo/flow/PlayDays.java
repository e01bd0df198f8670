package org.xingfuli.demo.flow;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xingfuli.database.BusinessDay;
import org.xingfuli.database.BusinessDay.Play;
import org.xingfuli.database.DayKeeper;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;

/**
 * Lets the demo's days pass while it plays. The timer gives it to one node at a time; that node stays with it until somebody
 * pauses, and if it dies, another takes over where the day stands.
 */
@Configuration(proxyBeanMethods = false)
class PlayDays {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final DayKeeper days;
  private final Clock system;

  PlayDays(Transactions transactions, DayKeeper days, Clock system) {
    this.transactions = transactions;
    this.days = days;
    this.system = system;
  }

  @Bean
  RecurringTask<Void> playTheDemo() {
    return Tasks.recurring("demo.play", FixedDelay.of(EVERY)).execute((instance, context) -> play(context));
  }

  private void play(ExecutionContext context) {
    for (var day = playing(); day.isPresent() && !context.getSchedulerState().isShuttingDown(); day = playing()) {
      if (!system.instant().isBefore(next(day.get()))) {
        pass(day.get());
      }
      glance();
    }
  }

  /** From memory: the bulletin brings every change. */
  private Optional<BusinessDay> playing() {
    return days.ofDemo().filter(day -> day.play() != null);
  }

  private static Instant next(BusinessDay day) {
    var play = day.play();
    return play == null ? Instant.MAX : day.movedAt().plus(MINUTE.dividedBy(play.daysPerMinute()));
  }

  /** One day, unless somebody moved the clock or paused meanwhile; the last wanted day ends the playing. */
  private void pass(BusinessDay seen) {
    transactions.run(SystemScope.of("demo.play"), () -> {
      var day = days.locked();
      if (day.version() != seen.version()) {
        return;
      }
      var tomorrow = day.today().plusDays(1);
      if (!tomorrow.isAfter(MoveClock.last(day))) {
        days.forward(tomorrow);
      }
      if (over(day.play(), tomorrow) || !tomorrow.isBefore(MoveClock.last(day))) {
        days.play(null);
      }
    });
  }

  private static boolean over(@Nullable Play play, LocalDate day) {
    return play == null || play.until() != null && !day.isBefore(play.until());
  }

  private static void glance() {
    try {
      Thread.sleep(GLANCE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
