package org.xingfuli.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/**
 * Delivers again what a listener did not finish, until it has. Left alone, Spring Modulith keeps a publication that
 * failed, or that a killed process was working on, for ever without trying it again.
 *
 * <p>Three steps: what a process of before left open counts as failed ({@link AbandonedPublications}, at start), as does what
 * another node leaves open that dies ({@link Nodes}, within seconds); what hung
 * too long in a living one counts as failed (staleness settings of {@code application.yaml}); what failed is delivered
 * again after a pause that doubles. A delivery too many does no harm, see {@link Inbox}.
 */
@Configuration(proxyBeanMethods = false)
class EventRedelivery {

  private static final Logger LOG = LoggerFactory.getLogger(EventRedelivery.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int ALARMING = 8;
  private static final int BATCH = 500;

  @Bean
  RecurringTask<Void> redeliverEvents(FailedEventPublications failed, Clock clock) {
    return Tasks.recurring("database.redeliver-events", FixedDelay.of(EVERY)).execute((instance, context) ->
        failed.resubmit(due().withFilter(publication -> due(publication, clock.instant()))));
  }

  /** Delivers everything that failed at once, such as what a dead node had begun. */
  static void redeliver(FailedEventPublications failed) {
    failed.resubmit(due());
  }

  private static ResubmissionOptions due() {
    return ResubmissionOptions.defaults().withMinAge(Duration.ZERO).withBatchSize(BATCH);
  }

  @Bean
  RecurringTask<Void> purgeEvents(CompletedEventPublications completed, Inbox inbox, Transactions transactions) {
    return Tasks.recurring("database.purge-events", FixedDelay.ofHours(1)).execute((instance, context) -> {
      completed.deletePublicationsOlderThan(KEPT);
      // Kept longer than any publication can come back.
      transactions.run(SystemScope.of("database.purge-events"), () -> inbox.forgetOlderThan(KEPT.multipliedBy(5)));
    });
  }

  /** The pause doubles with each attempt: 5 s, 10 s, 20 s … up to an hour. */
  static boolean due(EventPublication publication, Instant now) {
    var attempts = publication.getCompletionAttempts();
    if (attempts >= ALARMING && Integer.bitCount(attempts) == 1) {
      LOG.error("{} has failed {} times for {}", publication.getEvent().getClass().getSimpleName(), attempts,
          publication.getIdentifier());
    }
    return Optional.ofNullable(publication.getLastResubmissionDate())
        .map(last -> !now.isBefore(last.plus(pause(attempts))))
        .orElse(true);
  }

  private static Duration pause(int attempts) {
    var pause = EVERY.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
