package org.xingfuli.drills;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in person at the public API, as a browser would be: cookie session and CSRF token. */
public final class Person {

  public static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<URI> addresses;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;
  private volatile int at;

  private Person(List<URI> addresses) {
    this.addresses = addresses;
    this.http = HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();
  }

  /** Signs in with the account of a role from the demo's generated accounts. */
  static Person signIn(Platform platform, String role) throws IOException, InterruptedException {
    return signIn(platform.data(), List.of(platform.address()), role);
  }

  /** Signs in at a platform of several nodes; see {@link #elsewhere()}. */
  static Person signIn(Path data, List<URI> nodes, String role) throws IOException, InterruptedException {
    var accounts = JSON.readTree(Files.readString(data.resolve("demo-accounts.json")));
    for (var account : accounts) {
      if (account.path("role").asString().equals(role)) {
        return signIn(nodes, account.path("signInName").asString(), account.path("password").asString());
      }
    }
    throw new IOException("the demo has no account of role " + role);
  }

  /** Signs in with name and password. */
  public static Person signIn(URI address, String name, String password) throws IOException, InterruptedException {
    return signIn(List.of(address), name, password);
  }

  static Person signIn(List<URI> nodes, String name, String password) throws IOException, InterruptedException {
    var person = new Person(nodes);
    person.get("/api/session");
    var answer = person.post("/api/session", Map.of("signInName", name, "password", password), null);
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("sign-in of " + name + " answered " + answer.statusCode() + " " + answer.body());
    }
    person.get("/api/session");
    return person;
  }

  /** Asks the next node from now on, with the same session: what a proxy in front of the nodes does. */
  void elsewhere() {
    at = (at + 1) % addresses.size();
  }

  private URI at(String path) {
    return addresses.get(at).resolve(path);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  /** Reads what must be there. */
  public JsonNode json(String path) throws IOException, InterruptedException {
    var answer = get(path);
    if (answer.statusCode() != 200) {
      throw new IOException("GET " + path + " answered " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Opens a stream that stays open until either side closes it. */
  InputStream open(String path) throws IOException, InterruptedException {
    var answer = http.send(HttpRequest.newBuilder(at(path)).GET().build(), BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("GET " + path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  /** Posts JSON; the request id was made, and is kept, by the caller. */
  public HttpResponse<String> post(String path, Object body, @Nullable UUID requestId)
      throws IOException, InterruptedException {
    return send("POST", path, body, requestId);
  }

  /** Sends any method, with a JSON body unless that is null. */
  public HttpResponse<String> send(String method, String path, @Nullable Object body, @Nullable UUID requestId)
      throws IOException, InterruptedException {
    var request = request(path).method(method,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (requestId != null) {
      request.header("Idempotency-Key", requestId.toString());
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Puts JSON. */
  HttpResponse<String> put(String path, Object body) throws IOException, InterruptedException {
    return http.send(request(path).header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))).build(), BodyHandlers.ofString());
  }

  /** Posts JSON and waits long, for acts that compute; anything but success is an error. */
  JsonNode done(String path, Object body, Duration patience) throws IOException, InterruptedException {
    var answer = http.send(request(path).timeout(patience).header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("POST " + path + " answered " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  /** Reads a file, such as a workbook. */
  public byte[] bytes(String path) throws IOException, InterruptedException {
    var answer = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("GET " + path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  /** Changes something by PATCH. */
  HttpResponse<String> patch(String path, Object body) throws IOException, InterruptedException {
    return http.send(request(path).header("Content-Type", "application/json")
        .method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(body))).build(), BodyHandlers.ofString());
  }

  /** Uploads one file as a browser's form would. */
  public HttpResponse<String> upload(String path, Path file, UUID requestId) throws IOException, InterruptedException {
    return upload(path, null, String.valueOf(file.getFileName()), Files.readAllBytes(file), requestId);
  }

  /** Uploads one file with what is said of it, the part {@code entry}, unless that is null. */
  public HttpResponse<String> upload(String path, @Nullable Object entry, String name, byte[] content, UUID requestId)
      throws IOException, InterruptedException {
    var boundary = "drill-" + requestId;
    var body = new ByteArrayOutputStream();
    if (entry != null) {
      body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"entry\"\r\nContent-Type: application/json\r\n\r\n"
          + JSON.writeValueAsString(entry) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    var request = request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .header("Idempotency-Key", requestId.toString())
        .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
  }

  /** The header lines by which the platform knows this person, for a client that writes its requests itself. */
  String headers() {
    var stored = cookies.getCookieStore().getCookies();
    var lines = "Cookie: " + stored.stream().map(c -> c.getName() + "=" + c.getValue()).collect(Collectors.joining("; ")) + "\r\n";
    return stored.stream().filter(c -> c.getName().equals("XSRF-TOKEN")).findFirst()
        .map(c -> lines + "X-XSRF-TOKEN: " + c.getValue() + "\r\n").orElse(lines);
  }

  private HttpRequest.Builder request(String path) {
    var builder = HttpRequest.newBuilder(at(path)).timeout(PATIENCE);
    cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("XSRF-TOKEN")).findFirst()
        .ifPresent(c -> builder.header("X-XSRF-TOKEN", c.getValue()));
    return builder;
  }
}
