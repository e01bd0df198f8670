package org.xingfuli.command.flow;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xingfuli.access.Permission;
import org.xingfuli.identity.People;

/**
 * The open streams of everybody who watches. An event says only that something changed; what changed is read again under
 * the watcher's own scope. Who loses the permission is cut off at the next heartbeat at the latest.
 */
@Component
public class ChartStream implements SmartLifecycle {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final People people;
  private final Map<SseEmitter, UUID> watchers = new ConcurrentHashMap<>();
  private volatile boolean running;

  ChartStream(People people) {
    this.people = people;
  }

  /** A programme's chart shows another version. */
  public record Changed(UUID programme, long version) {}

  /** Progress of a programme was reported; the chart follows. */
  public record Reported(UUID programme) {}

  /** Opens a stream for a person; it stays open until either side closes it. */
  public SseEmitter open(UUID personId) {
    var emitter = new SseEmitter(0L);
    emitter.onCompletion(() -> watchers.remove(emitter));
    emitter.onError(broken -> watchers.remove(emitter));
    emitter.onTimeout(() -> watchers.remove(emitter));
    watchers.put(emitter, personId);
    send(emitter, SseEmitter.event().comment("open"));
    return emitter;
  }

  void tell(String name, Object data) {
    watchers.keySet().forEach(emitter -> send(emitter, SseEmitter.event().name(name).data(data)));
  }

  /** Cuts the streams of a person who may no longer look (OWASP ASVS 8.3.2: a changed right counts within seconds). */
  void recheck(UUID personId) {
    if (watchers.containsValue(personId) && people.scopeOf(personId, Permission.CHART_READ).isEmpty()) {
      watchers.forEach((emitter, person) -> {
        if (person.equals(personId)) {
          watchers.remove(emitter);
          emitter.complete();
        }
      });
    }
  }

  private void beat() {
    watchers.forEach((emitter, person) -> {
      if (people.scopeOf(person, Permission.CHART_READ).isPresent()) {
        send(emitter, SseEmitter.event().name("heartbeat").data(""));
      } else {
        watchers.remove(emitter);
        emitter.complete();
      }
    });
  }

  private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
    try {
      emitter.send(event);
    } catch (IOException | IllegalStateException gone) {
      watchers.remove(emitter);
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
    watchers.keySet().forEach(SseEmitter::complete);
    watchers.clear();
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
