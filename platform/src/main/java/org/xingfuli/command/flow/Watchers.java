package org.xingfuli.command.flow;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xingfuli.access.Permission;
import org.xingfuli.identity.OpenSessions;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Everybody who watches the chart. A stream ends with the session it was opened in, at most {@link #SESSIONS_EVERY} later,
 * and when its person may not see charts any more.
 */
@Component
public class Watchers implements SmartLifecycle {

  /** So many tabs and walls of one person; another one is refused. */
  public static final int MOST_PER_PERSON = 12;

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration SESSIONS_EVERY = Duration.ofSeconds(2);
  /** Rights are asked again when they change on this node, and every so many rounds for the other nodes' sake. */
  private static final int RIGHTS_EVERY_ROUNDS = 8;

  private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

  private final People people;
  private final OpenSessions sessions;
  private final Map<Watcher, Thread> watching = new ConcurrentHashMap<>();
  private volatile boolean running;

  Watchers(People people, OpenSessions sessions) {
    this.people = people;
    this.sessions = sessions;
  }

  /**
   * Opens a stream.
   *
   * @throws Refused {@code command.too-many-streams}
   */
  public SseEmitter open(UUID personId, String sessionId) {
    if (watching.keySet().stream().filter(watcher -> watcher.personId().equals(personId)).count() >= MOST_PER_PERSON) {
      throw new Refused(Refusal.of("command.too-many-streams", Map.of("limit", MOST_PER_PERSON)));
    }
    var watcher = new Watcher(personId, sessionId, new SseEmitter(0L), new Pending(), HEARTBEAT);
    var thread = Thread.ofVirtual().name("watcher-" + personId).unstarted(() -> {
      try {
        watcher.attend();
      } finally {
        watching.remove(watcher);
      }
    });
    watching.put(watcher, thread);
    watcher.emitter().onCompletion(thread::interrupt);
    thread.start();
    return watcher.emitter();
  }

  /** Tells everybody; returns at once, however slow they are. */
  public void tell(News news) {
    watching.keySet().forEach(watcher -> watcher.pending().add(news));
  }

  /** How many streams are open. */
  public int count() {
    return watching.size();
  }

  /** Ends the person's streams unless the person may still see charts. */
  void recheck(UUID personId) {
    if (people.scopeOf(personId, Permission.CHART_READ).isEmpty()) {
      close(watcher -> watcher.personId().equals(personId));
    }
  }

  private void close(Predicate<Watcher> which) {
    watching.forEach((watcher, thread) -> {
      if (which.test(watcher)) {
        thread.interrupt();
      }
    });
  }

  private void guard() {
    for (int round = 1; running; round++) {
      try {
        Thread.sleep(SESSIONS_EVERY);
        check(round % RIGHTS_EVERY_ROUNDS == 0);
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failed) {
        LOG.warn("open streams could not be checked; trying again: {}", failed.toString());
      }
    }
  }

  private void check(boolean rights) {
    var checked = new HashSet<String>();
    var persons = new HashSet<UUID>();
    for (var watcher : watching.keySet()) {
      if (checked.add(watcher.sessionId()) && !sessions.isOpen(watcher.sessionId(), watcher.personId())) {
        close(other -> other.sessionId().equals(watcher.sessionId()));
      }
      if (rights && persons.add(watcher.personId())) {
        recheck(watcher.personId());
      }
    }
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("watchers-guard").start(this::guard);
  }

  /** Ends all streams before the web server waits for its requests to end; the last phase stops first. */
  @Override
  public void stop() {
    running = false;
    close(watcher -> true);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
