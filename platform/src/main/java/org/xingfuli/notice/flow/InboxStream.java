package org.xingfuli.notice.flow;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xingfuli.database.BulletinHearer;
import org.xingfuli.identity.HeldBy;
import org.xingfuli.identity.People;

/**
 * The inboxes open on this node: each is told that something has come, never what, and asks again. A stream whose session or token
 * has ended is closed as soon as that is heard, and at the next heartbeat at the latest.
 */
@Component
public class InboxStream implements BulletinHearer, SmartLifecycle {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int MOST_OF_A_PERSON = 12;

  private record Open(UUID person, HeldBy held, SseEmitter emitter, long number) {}

  private final People people;
  private final Set<Open> streams = ConcurrentHashMap.newKeySet();
  private volatile boolean running;
  private long opened;

  InboxStream(People people) {
    this.people = people;
  }

  public synchronized SseEmitter open(UUID person, HeldBy held) {
    var stream = new Open(person, held, new SseEmitter(0L), opened++);
    stream.emitter().onCompletion(() -> streams.remove(stream));
    stream.emitter().onError(broken -> streams.remove(stream));
    streams.add(stream);
    var own = streams.stream().filter(o -> o.person().equals(person)).sorted((a, b) -> Long.compare(a.number(), b.number())).toList();
    own.subList(0, Math.max(0, own.size() - MOST_OF_A_PERSON)).forEach(InboxStream::close);
    // What ended between the gate and the line above was told to nobody.
    closeIfOver(stream);
    Thread.startVirtualThread(() -> send(stream, "notice"));
    return stream.emitter();
  }

  @Override
  public Set<String> topics() {
    return Set.of(TakeApart.TOPIC, SESSION_ENDED);
  }

  @Override
  public void heard(String topic, String text) {
    Thread.startVirtualThread(() -> streams.stream().filter(o -> o.person().toString().equals(text)).forEach(stream -> {
      if (topic.equals(SESSION_ENDED)) {
        closeIfOver(stream);
      } else {
        send(stream, "notice");
      }
    }));
  }

  @Override
  public void missed() {
    // The end of a session may be among what was missed.
    streams.forEach(stream -> Thread.startVirtualThread(() -> {
      closeIfOver(stream);
      send(stream, "notice");
    }));
  }

  private void closeIfOver(Open stream) {
    if (!people.stands(stream.person(), stream.held())) {
      close(stream);
    }
  }

  private static void close(Open stream) {
    stream.emitter().complete();
  }

  private void send(Open stream, String event) {
    try {
      stream.emitter().send(SseEmitter.event().name(event).data(""));
    } catch (IOException | IllegalStateException gone) {
      streams.remove(stream);
    }
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("inbox-heartbeat").start(() -> {
      while (running) {
        try {
          Thread.sleep(HEARTBEAT);
          streams.forEach(stream -> Thread.startVirtualThread(() -> {
            closeIfOver(stream);
            send(stream, "heartbeat");
          }));
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    });
  }

  /** Closes all before the web server waits for its requests to end. */
  @Override
  public void stop() {
    running = false;
    streams.forEach(InboxStream::close);
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
