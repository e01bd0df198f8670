package org.xingfuli.database;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xingfuli.database.BusinessDay.Play;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.MovableBusinessClock;

/**
 * Keeps the business day in the database, so that all nodes have one, and publishes {@link DayPassed} for every day that
 * passes. In a demo it also sets this node's clock: the day stands until somebody moves it, and every node follows by the
 * bulletin. It knows no rights and refuses nothing; who may move a clock, and where to, is asked above. Rights follow system
 * time instead, so {@code identity} tells of their midnight itself.
 *
 * <p>It hears before every other hearer, so that whoever reads again because the day changed reads under the new day.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DayKeeper implements BulletinHearer {

  private static final String SELECT = """
      select today, round, version, first_day, days_per_minute, until, moved_at from database.business_day""";
  private static final int MOST_AT_ONCE = 31;

  private final Installation installation;
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Bulletin bulletin;
  private final ApplicationEventPublisher events;
  private final MovableBusinessClock clock;
  private final Clock system;
  private final BusinessClock ofReal;
  private volatile @Nullable BusinessDay known;

  DayKeeper(Installation installation, Transactions transactions, JdbcClient jdbc, Bulletin bulletin,
      ApplicationEventPublisher events, MovableBusinessClock clock, Clock system,
      @Value("${xingfuli.clock:#{null}}") @Nullable LocalDate start) {
    this.installation = installation;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.bulletin = bulletin;
    this.events = events;
    this.clock = clock;
    this.system = system;
    this.ofReal = start == null ? BusinessClock.of(system) : clock;
    read().ifPresent(this::take);
  }

  /** What this node knows of a demo's day, never asking the database; absent before the demo has begun, and where there is none. */
  public Optional<BusinessDay> ofDemo() {
    return Optional.ofNullable(known).filter(day -> day.firstDay() != null);
  }

  /** Lets a demo begin at a day, unless it has begun before: then the clock goes on where it stood. */
  public BusinessDay begin(LocalDate first) {
    return transactions.as(SystemScope.of("database.business-day"), () -> {
      jdbc.sql("insert into database.business_day (today, first_day, moved_at) values (?, ?, ?) on conflict do nothing")
          .params(first, first, system.instant().atOffset(ZoneOffset.UTC)).update();
      var day = locked();
      taken(day);
      return day;
    });
  }

  /**
   * The day, held until the running transaction ends: who acts on it is alone.
   *
   * @throws IllegalStateException before a demo has begun
   */
  public BusinessDay locked() {
    return jdbc.sql(SELECT + " for update").query(DayKeeper::row).optional()
        .orElseThrow(() -> new IllegalStateException("no business day has begun"));
  }

  /** Moves a demo's day forward; every day between passes. Joins the running transaction. */
  public BusinessDay forward(LocalDate to) {
    var before = locked();
    if (before.firstDay() == null || to.isBefore(before.today())) {
      throw new IllegalArgumentException("not forward from " + before + " to " + to);
    }
    publishPassed(before.today(), to, before.round());
    return changed("today = ?", to);
  }

  /** Sets a demo back to its first day and ends its playing. Joins the running transaction. */
  public BusinessDay setBack() {
    return changed("today = first_day, round = round + 1, days_per_minute = null, until = null");
  }

  /** Lets the days of a demo pass by themselves, or no longer. Joins the running transaction. */
  public BusinessDay play(@Nullable Play play) {
    return play == null
        ? changed("days_per_minute = null, until = null")
        : changed("days_per_minute = ?, until = ?", play.daysPerMinute(), play.until());
  }

  /**
   * What a real installation does from time to time: it tells of the days that passed since it last did. After an outage of more
   * than a month only of the last month's: consequences go by what day it is now.
   */
  void tellOfPassedDays() {
    var today = ofReal.today();
    if (installation.sample() || known != null && !known.today().isBefore(today)) {
      return;
    }
    transactions.run(SystemScope.of("database.business-day"), () -> {
      jdbc.sql("insert into database.business_day (today, moved_at) values (?, ?) on conflict do nothing")
          .params(today, system.instant().atOffset(ZoneOffset.UTC)).update();
      var before = locked();
      if (before.today().isBefore(today)) {
        publishPassed(before.today().isBefore(today.minusDays(MOST_AT_ONCE)) ? today.minusDays(MOST_AT_ONCE) : before.today(),
            today, before.round());
        changed("today = ?", today);
      } else {
        taken(before);
      }
    });
  }

  private void publishPassed(LocalDate from, LocalDate to, int round) {
    from.datesUntil(to).forEach(day -> events.publishEvent(new DayPassed(
        UUID.nameUUIDFromBytes(("day passed: " + round + " " + day).getBytes(StandardCharsets.UTF_8)), day)));
  }

  private BusinessDay changed(String what, @Nullable Object... values) {
    var statement = jdbc.sql("update database.business_day set version = version + 1, moved_at = ?, " + what)
        .param(system.instant().atOffset(ZoneOffset.UTC));
    for (var value : values) {
      statement = statement.param(value);
    }
    statement.update();
    var now = locked();
    bulletin.post(DAY_CHANGED, now.today().toString());
    taken(now);
    return now;
  }

  /** This node goes by it from the commit on, and before anybody who listens for the commit. */
  private void taken(BusinessDay day) {
    TransactionSynchronizationManager.registerSynchronization(new FirstOfAll(() -> take(day)));
  }

  private record FirstOfAll(Runnable act) implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      act.run();
    }

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }
  }

  private synchronized void take(BusinessDay day) {
    var before = known;
    if (before != null && before.version() >= day.version()) {
      return;
    }
    known = day;
    if (installation.sample()) {
      clock.stayAt(day.today());
    }
  }

  private Optional<BusinessDay> read() {
    return transactions.as(SystemScope.of("database.business-day"), () -> jdbc.sql(SELECT).query(DayKeeper::row).optional());
  }

  private static BusinessDay row(ResultSet row, int number) throws SQLException {
    var pace = row.getObject("days_per_minute", Integer.class);
    return new BusinessDay(row.getObject("today", LocalDate.class), row.getInt("round"), row.getLong("version"),
        row.getObject("first_day", LocalDate.class),
        pace == null ? null
            : new Play(pace, row.getObject("until", LocalDate.class)),
        row.getTimestamp("moved_at").toInstant());
  }

  @Override
  public Set<String> topics() {
    return Set.of(DAY_CHANGED);
  }

  @Override
  public void heard(String topic, String text) {
    read().ifPresent(this::take);
  }

  @Override
  public void missed() {
    read().ifPresent(this::take);
  }
}
