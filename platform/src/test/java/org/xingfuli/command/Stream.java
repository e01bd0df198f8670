package org.xingfuli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Browser;

/** A browser's open stream of events; each is heard as its name, a blank and its data. */
final class Stream implements AutoCloseable {

  private static final String END = "the end";

  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int status;

  private Stream(Browser browser) {
    try {
      var request = HttpRequest.newBuilder(browser.at("/api/events")).header("Accept", "text/event-stream")
          .header("Cookie", "xingfuli=" + browser.cookie("xingfuli").orElseThrow().getValue()).build();
      var response = http.send(request, BodyHandlers.ofInputStream());
      status = response.statusCode();
      Thread.ofVirtual().start(() -> {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
          var name = "";
          for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event:")) {
              name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
              heard.add(name + " " + line.substring(5).strip());
            }
          }
        } catch (IOException broken) {
          heard.add(END);
        }
        heard.add(END);
      });
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Opens the stream and waits until it is attended. */
  static Stream open(Browser browser) {
    var stream = new Stream(browser);
    if (stream.status == 200 && stream.next("heartbeat", 20) == null) {
      throw new AssertionError("no first heartbeat");
    }
    return stream;
  }

  int status() {
    return status;
  }

  /** The next event whose text begins so, others passed over; null when the stream ends or the time is over. */
  @Nullable String next(String beginning, int seconds) {
    try {
      for (var text = heard.poll(seconds, TimeUnit.SECONDS); text != null && !text.equals(END);
          text = heard.poll(seconds, TimeUnit.SECONDS)) {
        if (text.startsWith(beginning)) {
          return text;
        }
      }
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Whether the platform ended the stream within the time. */
  boolean endsWithin(int seconds) {
    try {
      for (var text = heard.poll(seconds, TimeUnit.SECONDS); text != null; text = heard.poll(seconds, TimeUnit.SECONDS)) {
        if (text.equals(END)) {
          return true;
        }
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
