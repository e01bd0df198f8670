package org.xingfuli.command.flow;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.xingfuli.command.model.Mailbox;
import org.xingfuli.command.model.News;
import org.xingfuli.command.model.News.Anything;
import org.xingfuli.command.model.News.Changed;
import org.xingfuli.command.model.News.Day;
import org.xingfuli.command.model.News.Ended;
import org.xingfuli.command.model.News.Heartbeat;
import org.xingfuli.command.model.News.Reported;
import org.xingfuli.command.model.News.Simulated;
import org.xingfuli.identity.HeldBy;

/** One open stream: whose it is, and a thread of its own that waits for a slow reader in the place of everybody else. */
final class Watcher {

  /** Programmes changed at the same time that are still named one by one. */
  private static final int MOST_SUBJECTS = 16;

  private final UUID personId;
  private final HeldBy held;
  private final boolean wall;
  private final SseEmitter emitter = new SseEmitter(0L);
  private final Mailbox mailbox = new Mailbox(MOST_SUBJECTS);

  /** @param wall whether it is a screen on a wall: then its id stands for a person's */
  Watcher(UUID personId, HeldBy held, boolean wall) {
    this.personId = personId;
    this.held = held;
    this.wall = wall;
  }

  UUID personId() {
    return personId;
  }

  boolean wall() {
    return wall;
  }

  HeldBy held() {
    return held;
  }

  /** Opens it; {@code gone} is run when it is over, whoever ended it. */
  SseEmitter open(Runnable gone) {
    emitter.onCompletion(() -> end(News.Reason.STOPPING));
    emitter.onError(broken -> end(News.Reason.STOPPING));
    Thread.ofVirtual().name("watcher").start(() -> {
      try {
        emitter.send(SseEmitter.event().comment("open"));
        passOn();
        emitter.complete();
      } catch (IOException | IllegalStateException left) {
        // The reader is gone; the web server has noticed by the same error and completes the request.
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } finally {
        gone.run();
      }
    });
    return emitter;
  }

  /** Never waits. */
  void tell(News news) {
    mailbox.put(news);
  }

  /** Lets what is being sent go out, says why, and closes. */
  void end(News.Reason reason) {
    mailbox.put(new Ended(reason));
  }

  private void passOn() throws IOException, InterruptedException {
    News news;
    do {
      news = mailbox.take();
      emitter.send(event(news));
    } while (!(news instanceof Ended));
  }

  private static SseEventBuilder event(News news) {
    return switch (news) {
      case Changed changed -> SseEmitter.event().name("chart").data(changed);
      case Reported reported -> SseEmitter.event().name("progress").data(reported);
      case Simulated simulated -> SseEmitter.event().name("risk").data(simulated);
      case Day day -> SseEmitter.event().name("day").data(day);
      case Anything _ -> SseEmitter.event().name("anything").data("");
      case Heartbeat _ -> SseEmitter.event().name("heartbeat").data("");
      case Ended ended -> SseEmitter.event().name("end").data(ended.reason().name());
    };
  }
}
