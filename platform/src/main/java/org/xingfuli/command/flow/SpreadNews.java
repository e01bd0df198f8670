package org.xingfuli.command.flow;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.command.store.NewsWire;
import org.xingfuli.identity.AppointmentChanged;
import org.xingfuli.programme.ForecastChanged;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.ProgressReported;

/**
 * Carries news from the transaction that makes it to the watchers of every node. The notice is part of the transaction: it
 * goes out with the commit, and never before what it speaks of can be read.
 */
@Component
class SpreadNews implements SmartLifecycle {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(SpreadNews.class);

  private final NewsWire wire;
  private final Watchers watchers;
  private final Programmes programmes;
  private volatile boolean running;

  SpreadNews(NewsWire wire, Watchers watchers, Programmes programmes) {
    this.wire = wire;
    this.watchers = watchers;
    this.programmes = programmes;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void on(ForecastChanged changed) {
    wire.send(new News(News.Kind.CHART, changed.programmeId(), changed.version()).text());
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void on(ProgressReported reported) {
    wire.send(new News(News.Kind.PROGRESS, reported.programmeId(), 0).text());
  }

  /** Streams of who lost the right end at once. */
  @Async
  @TransactionalEventListener
  void on(AppointmentChanged changed) {
    watchers.recheck(changed.personId());
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("news").start(this::listen);
  }

  private void listen() {
    while (running) {
      try {
        wire.hear(() -> running, this::tellAll, this::heard);
      } catch (SQLException | RuntimeException broken) {
        if (running) {
          LOG.warn("live news interrupted, connecting again: {}", broken.toString());
          pause();
        }
      }
    }
  }

  private void heard(String text) {
    var news = News.read(text);
    if (news != null) {
      watchers.tell(news);
    }
  }

  /** What happened while nobody heard is not known: everybody looks again. */
  private void tellAll() {
    if (watchers.count() > 0) {
      programmes.all().forEach(id -> watchers.tell(new News(News.Kind.CHART, id, 0)));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
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
