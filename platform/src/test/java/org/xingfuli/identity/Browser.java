package org.xingfuli.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.tables.TableReader;
import org.xingfuli.identity.By;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the web application does in a browser: keeps cookies and sends the CSRF token back. Every test that asks the running
 * platform as somebody uses one per person.
 */
public final class Browser {

  private static final Pattern ENTITY = Pattern.compile("&#(?:x([0-9a-fA-F]+)|([0-9]+));");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "xingfuli-boundary";
  private static final String FORM_END = "\r\n--" + BOUNDARY + "--\r\n";

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI base;

  private final @Nullable String address;

  public Browser(int port) {
    this(port, null);
  }

  /** A browser somewhere else, behind this machine as its proxy: failures there are not charged to all other tests. */
  Browser(int port, @Nullable String address) {
    this.base = URI.create("http://localhost:" + port);
    this.address = address;
  }

  /** An answer, its body read as JSON; a missing node where it is none. */
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {
    /** The code of the problem, empty when it is none. */
    public String code() {
      return body.path("code").asString("");
    }
  }

  /** An answer as text. */
  public record Text(int status, String text) {}

  /** The beginning of an answer, its body only if that is JSON. */
  public record Touched(int status, JsonNode body) {}

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  /** Posts under a request id that the caller made and keeps; a body of bytes is uploaded as a file. */
  public Answer post(String path, Object body, String requestId) {
    var request = HttpRequest.newBuilder(base.resolve(path)).header("Idempotency-Key", requestId);
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
    if (body instanceof byte[] file) {
      request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
      request.POST(BodyPublishers.concat(
          BodyPublishers.ofString(formHead("file.xlsx")), BodyPublishers.ofByteArray(file), BodyPublishers.ofString(FORM_END)));
    } else {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    return send(request.build());
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
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

  /** Asks and reads the answer only if it is JSON: a stream is left at once. */
  public Touched touch(String method, String path, @Nullable Object body) {
    try {
      var response = http.send(request(method, path, body), BodyHandlers.ofInputStream());
      try (var stream = response.body()) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return new Touched(response.statusCode(), type.contains("json") ? JSON.readTree(stream) : JSON.missingNode());
      }
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Opens a stream, which stays open until it is closed or the platform ends it. */
  public InputStream open(String path) {
    return open(request("GET", path, null), path);
  }

  /** Opens a stream as a machine does: no cookies, nothing but the token. */
  public InputStream open(String path, String token) {
    return open(HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token).GET().build(), path);
  }

  private InputStream open(HttpRequest request, String path) {
    try {
      var response = http.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new AssertionError(path + " answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Uploads a file as a form would. */
  public Touched upload(String path, String fileName, String content) {
    var request = HttpRequest.newBuilder(base.resolve(path))
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofString(formHead(fileName) + content + FORM_END));
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
    var answer = send(request.build());
    return new Touched(answer.status(), answer.body());
  }

  /** Uploads files beside a JSON part {@code entry}, under a request id the caller made. */
  public Answer upload(String path, Object entry, List<byte[]> files, String requestId) {
    var parts = new ArrayList<HttpRequest.BodyPublisher>();
    parts.add(BodyPublishers.ofString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"entry\"\r\n"
        + "Content-Type: application/json\r\n\r\n" + json(entry) + "\r\n"));
    for (int number = 0; number < files.size(); number++) {
      parts.add(BodyPublishers.ofString(formHead("file-" + number)));
      parts.add(BodyPublishers.ofByteArray(files.get(number)));
      parts.add(BodyPublishers.ofString("\r\n"));
    }
    parts.add(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
    var request = HttpRequest.newBuilder(base.resolve(path)).header("Idempotency-Key", requestId)
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.concat(parts.toArray(HttpRequest.BodyPublisher[]::new)));
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
    return send(request.build());
  }

  /** An answer as it came, with one more header in the request for each two words. */
  public HttpResponse<byte[]> bytes(String path, String... headers) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String formHead(String fileName) {
    return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
  }

  /** The rows of a workbook's first sheet under its heads, each a list of cells. */
  public List<List<String>> rows(String path) {
    var response = bytes(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode());
    }
    try {
      return TableReader.read(response.body(), 100_000).lines().stream().map(TableReader.Line::cells).toList();
    } catch (TableReader.Unreadable e) {
      throw new AssertionError(path, e);
    }
  }

  /** An answer as text: that of a workbook is the text of its sheets. */
  public Text read(String path) {
    try {
      var response = http.send(request("GET", path, null), BodyHandlers.ofByteArray());
      var bytes = response.body();
      boolean zipped = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
      return new Text(response.statusCode(), zipped ? unzipped(bytes) : new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** By a file: a workbook written as a stream says its entries' sizes only at the end. */
  private static String unzipped(byte[] workbook) throws IOException {
    var file = Files.createTempFile("answer", ".xlsx");
    try {
      Files.write(file, workbook);
      var text = new StringBuilder();
      try (var zip = new ZipFile(file.toFile())) {
        for (var entry : Collections.list(zip.entries())) {
          text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(Character.toString(
          match.group(1) == null ? Integer.parseInt(match.group(2)) : Integer.parseInt(match.group(1), 16))));
    } finally {
      Files.delete(file);
    }
  }

  /** Asks with a JSON body, and the CSRF token where there is one. */
  public Answer send(String method, String path, @Nullable Object body) {
    return send(request(method, path, body));
  }

  private HttpRequest request(String method, String path, @Nullable Object body) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    if (address != null) {
      request.header("X-Forwarded-For", address);
    }
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    return request.build();
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
