package org.xingfuli.command.flow;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open stream with a thread of its own, so that a watcher who does not read keeps nobody else waiting.
 *
 * @param sessionId the session it was opened in, and with which it ends
 */
record Watcher(UUID personId, String sessionId, SseEmitter emitter, Pending pending, Duration heartbeat) {

  /** Sends what there is to say, and at rest a heartbeat, until the other side is gone or the thread is interrupted. */
  void attend() {
    try {
      emitter.send(SseEmitter.event().name("heartbeat").data("{}").reconnectTime(2000));
      while (!Thread.currentThread().isInterrupted()) {
        var news = pending.take(heartbeat);
        emitter.send(news == null
            ? SseEmitter.event().name("heartbeat").data("{}")
            : SseEmitter.event().name(news.kind().event()).data(payload(news)));
      }
    } catch (IOException | IllegalStateException gone) {
      // The other side closed the stream, or does not read any more: there is nobody to tell.
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      emitter.complete();
    }
  }

  private static Map<String, Object> payload(News news) {
    return news.kind() == News.Kind.CHART
        ? Map.of("programme", news.programme(), "version", news.version())
        : Map.of("programme", news.programme());
  }
}
