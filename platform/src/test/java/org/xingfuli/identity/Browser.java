package org.xingfuli.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the web application does in a browser: keeps cookies and sends the CSRF token back. Every test that asks the running
 * platform as somebody uses one per person.
 */
public final class Browser {

  private static final JsonMapper JSON = new JsonMapper();

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI base;

  public Browser(int port) {
    this.base = URI.create("http://localhost:" + port);
  }

  /** An answer, its body read as JSON; a missing node where it is none. */
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {
    /** The code of the problem, empty when it is none. */
    public String code() {
      return body.path("code").asString("");
    }
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Opens the page, which brings the CSRF token, and signs in. */
  public Answer signIn(String signInName, String password) {
    get("/api/session");
    return post("/api/session", Map.of("signInName", signInName, "password", password));
  }

  public Browser signedIn(Accounts.Account account) {
    var answer = signIn(account.signInName(), account.password());
    if (answer.status() != 200) {
      throw new AssertionError(account.signInName() + " could not sign in: " + answer.body());
    }
    return this;
  }

  public Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals(name)).findFirst();
  }

  /** Plants a cookie, as somebody would who wants to know the session before it is used. */
  public void plant(HttpCookie cookie) {
    cookies.getCookieStore().add(base, cookie);
  }

  /** Asks with a JSON body, and the CSRF token where there is one. */
  public Answer send(String method, String path, @Nullable Object body) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    return send(request.build());
  }

  /** Sends a request as it is. */
  public Answer send(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), read(response), response);
    } catch (IOException e) {
      throw new AssertionError(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public static String json(Object body) {
    return JSON.writeValueAsString(body);
  }

  public URI at(String path) {
    return base.resolve(path);
  }

  private static JsonNode read(HttpResponse<String> response) {
    var type = response.headers().firstValue("Content-Type").orElse("");
    return type.contains("json") && !response.body().isEmpty()
        ? JSON.readTree(response.body())
        : JSON.missingNode();
  }
}
