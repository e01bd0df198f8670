package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One browser for both houses, which goes where it is sent. */
final class Walker {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** From the provider's door to where it sends us back, signing in there on the way. */
  URI signInThere(URI door, String name) {
    var answer = get(door);
    if (answer.statusCode() == 302 && location(answer, door).getPath().equals("/login")) {
      var form = location(answer, door);
      var csrf = CSRF.matcher(get(form).body());
      assertThat(csrf.find()).as("the provider's form").isTrue();
      answer = send(HttpRequest.newBuilder(form).header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString("username=" + name + "&password=" + encoded(IdentityProvider.PASSWORD) + "&_csrf="
              + encoded(csrf.group(1)))).build());
      answer = get(location(answer, form));
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return location(answer, door);
  }

  /** What a page sends back to show that the request is its own. */
  String token() {
    return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("XSRF-TOKEN"))
        .findFirst().orElseThrow().getValue();
  }

  void carry(HttpCookie cookie) {
    cookies.getCookieStore().add(URI.create(StrictDoor.BASE), cookie);
  }

  String state() {
    return cookies.getCookieStore().getCookies().toString();
  }

  /** Where our start sends the browser. */
  URI door(String provider, String next) {
    var start = URI.create(StrictDoor.BASE + "/api/oidc/start?provider=" + provider + (next.isEmpty() ? "" : "&next=" + encoded(next)));
    var answer = get(start);
    assertThat(answer.statusCode()).isEqualTo(302);
    return location(answer, start);
  }

  /** All the way; where the platform sends the browser in the end. */
  String walk(String provider, String name, String next) {
    var back = signInThere(door(provider, next), name);
    var end = get(back);
    assertThat(end.statusCode()).as(end.body()).isEqualTo(302);
    return end.headers().firstValue("Location").orElseThrow();
  }

  int session() {
    return get(URI.create(StrictDoor.BASE + "/api/session")).statusCode();
  }

  static URI location(HttpResponse<?> answer, URI from) {
    return from.resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
