package org.xingfuli.drills;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody at the door, from an address of the drill's choice: the platform believes the header of a proxy on its own machine.
 * Keeps cookies as a browser does.
 */
final class Guesser {

  private final URI address;
  private final String from;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();

  Guesser(URI address, String from) throws IOException, InterruptedException {
    this.address = address;
    this.from = from;
    send("GET", "/api/session", null, null); // brings the CSRF token
  }

  /** An answer and how long it took, in milliseconds. */
  record Answer(int status, JsonNode body, double millis) {
    String code() {
      return body.path("code").asString("");
    }
  }

  Answer signIn(String name, String password) throws IOException, InterruptedException {
    return send("POST", "/api/session", Map.of("signInName", name, "password", password), null);
  }

  Answer code(String code) throws IOException, InterruptedException {
    return send("POST", "/api/session/second-factor", Map.of("code", code), null);
  }

  Answer post(String path, Object body) throws IOException, InterruptedException {
    return send("POST", path, body, null);
  }

  Answer withToken(String token, String path) throws IOException, InterruptedException {
    return send("GET", path, null, token);
  }

  private Answer send(String method, String path, @Nullable Object body, @Nullable String token)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60)).header("X-Forwarded-For", from);
    cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("XSRF-TOKEN")).findFirst()
        .map(HttpCookie::getValue).ifPresent(value -> request.header("X-XSRF-TOKEN", value));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(Person.JSON.writeValueAsString(body)));
    }
    var begun = System.nanoTime();
    var answer = http.send(request.build(), BodyHandlers.ofString());
    var millis = (System.nanoTime() - begun) / 1e6;
    return new Answer(answer.statusCode(),
        answer.body().startsWith("{") || answer.body().startsWith("[") ? Person.JSON.readTree(answer.body())
            : Person.JSON.createObjectNode(), millis);
  }
}
