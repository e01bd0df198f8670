package org.xingfuli.identity.flow;

import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Bulletin;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.People;

/**
 * Tells all nodes within a second or two that midnight has passed in the district: no act ends an appointment whose last
 * day it was, so nobody else would say so. Every node tells; hearing it twice does no harm.
 *
 * <p>It is not {@link org.xingfuli.database.DayPassed}: that tells of business days, which a demo moves and which are looked at
 * at leisure, while rights follow system time and are cut within seconds.
 */
@Component
class DayTurn implements SmartLifecycle {

  private static final Duration LOOKS = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(DayTurn.class);

  private final Transactions transactions;
  private final Bulletin bulletin;
  private final Rights rights;
  private volatile boolean running;

  DayTurn(Transactions transactions, Bulletin bulletin, Rights rights) {
    this.transactions = transactions;
    this.bulletin = bulletin;
    this.rights = rights;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("day-turn").start(() -> {
      var day = rights.today();
      while (running) {
        try {
          Thread.sleep(LOOKS);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return;
        }
        day = told(day);
      }
    });
  }

  /** The day that was told; the one before for as long as the database is away. */
  private LocalDate told(LocalDate day) {
    var today = rights.today();
    if (!today.equals(day)) {
      try {
        transactions.run(SystemScope.of("identity.day-turn"), () -> bulletin.post(People.DAY_TURNED, today.toString()));
      } catch (RuntimeException away) {
        LOG.warn("the turn of the day could not be told yet: {}", away.getMessage());
        return day;
      }
    }
    return today;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
