package org.xingfuli.notice.flow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.notice.NoticeChannel.NotHandedOver;

/** Sends JSON to an address outside; says what went wrong without repeating what was sent. */
final class Gateway {

  private final HttpClient http;
  private final Duration patience;

  Gateway(Duration patience) {
    this.patience = patience;
    this.http = HttpClient.newBuilder().connectTimeout(patience).build();
  }

  /** The answer's text, when its status is one of success. */
  String post(URI address, String json, UUID id, @Nullable String authorization) throws NotHandedOver {
    var request = HttpRequest.newBuilder(address).timeout(patience)
        .header("Content-Type", "application/json; charset=utf-8")
        .header("Idempotency-Key", id.toString())
        .POST(BodyPublishers.ofString(json));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> answer;
    try {
      answer = http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new NotHandedOver("没有答复 / no answer: " + e.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotHandedOver("中断 / interrupted", e);
    }
    if (answer.statusCode() / 100 != 2) {
      throw new NotHandedOver("对方答复 / answered " + answer.statusCode(), null);
    }
    return answer.body();
  }
}
