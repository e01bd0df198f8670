package org.xingfuli.command.flow;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xingfuli.access.Permission;
import org.xingfuli.command.model.News;
import org.xingfuli.command.model.WallScreen;
import org.xingfuli.identity.HeldBy;
import org.xingfuli.identity.People;

/**
 * The streams open on this node. News says only that something changed; what changed is read again under the watcher's own
 * scope. Who loses the permission, the session or the token is cut off as soon as {@link HearNews} hears of it, also when
 * midnight has ended an appointment, and at the next heartbeat if that was never heard.
 */
@Component
public class ChartStream implements SmartLifecycle {

  /** A person's streams on one node; the oldest makes room. */
  static final int MOST_OF_A_PERSON = 12;

  private static final HeldBy BY_LINK = new HeldBy(null, null);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Logger LOG = LoggerFactory.getLogger(ChartStream.class);

  private final People people;
  private final WallDoor walls;
  /** By the order they were opened in. */
  private final ConcurrentSkipListMap<Long, Watcher> watchers = new ConcurrentSkipListMap<>();
  private final AtomicLong opened = new AtomicLong();
  private volatile boolean running;

  ChartStream(People people, WallDoor walls) {
    this.people = people;
    this.walls = walls;
  }

  /** Opens a stream for a person; it stays open until either side closes it, or the session, the token or the right ends. */
  public SseEmitter open(UUID personId, HeldBy held) {
    return open(personId, held, false);
  }

  /** Opens a stream for a screen on a wall; it ends with its link. */
  public SseEmitter open(WallScreen screen) {
    return open(screen.id(), BY_LINK, true);
  }

  private SseEmitter open(UUID personId, HeldBy held, boolean wall) {
    var number = opened.incrementAndGet();
    var watcher = new Watcher(personId, held, wall);
    watchers.put(number, watcher);
    var emitter = watcher.open(() -> watchers.remove(number));
    var own = of(personId);
    own.subList(0, Math.max(0, own.size() - MOST_OF_A_PERSON)).forEach(old -> old.end(News.Reason.TOO_MANY));
    // What ended between the gate and the line above was told to nobody.
    check(Set.of(personId)::contains);
    return emitter;
  }

  void tell(News news) {
    watchers.values().forEach(watcher -> watcher.tell(news));
  }

  /** Cuts the streams of a person who may no longer look (OWASP ASVS 8.3.2: a changed right counts within seconds). */
  void recheck(UUID personId) {
    check(personId::equals);
  }

  /** Cuts whoever may no longer look. */
  void recheckAll() {
    check(anybody -> true);
  }

  private void check(Predicate<UUID> whom) {
    watchers.values().stream().map(Watcher::personId).distinct().filter(whom).forEach(person -> {
      if (of(person).stream().anyMatch(Watcher::wall)) {
        if (!walls.mayLook(person)) {
          of(person).forEach(watcher -> watcher.end(News.Reason.NO_RIGHT));
        }
      } else if (people.scopeOf(person, Permission.CHART_READ).isEmpty()) {
        of(person).forEach(watcher -> watcher.end(News.Reason.NO_RIGHT));
      } else {
        of(person).stream().filter(watcher -> !people.stands(person, watcher.held()))
            .forEach(watcher -> watcher.end(News.Reason.SIGNED_OUT));
      }
    });
  }

  private List<Watcher> of(UUID personId) {
    return watchers.values().stream().filter(watcher -> watcher.personId().equals(personId)).toList();
  }

  private void beat() {
    tell(new News.Heartbeat());
    try {
      recheckAll();
    } catch (RuntimeException away) {
      // Without the database no news comes either; rights are asked again at the next beat and when listening begins.
      LOG.warn("rights of open streams could not be read: {}", away.getMessage());
    }
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("chart-heartbeat").start(() -> {
      while (running) {
        try {
          Thread.sleep(HEARTBEAT);
          beat();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    });
  }

  /** Closes all streams before the web server waits for its requests to end. */
  @Override
  public void stop() {
    running = false;
    watchers.values().forEach(watcher -> watcher.end(News.Reason.STOPPING));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
