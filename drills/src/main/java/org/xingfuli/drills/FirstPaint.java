package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The first paint of the chart in a real browser: a script of the web application's own tools opens it and says how long it took. */
final class FirstPaint {

  private FirstPaint() {}

  /** Adds what the script measured; says so when there is no browser here. */
  static void measure(Platform platform, Map<String, Object> result) throws IOException, InterruptedException {
    var home = Path.of(System.getProperty("xingfuli.home", "."));
    var accounts = Person.JSON.readTree(Files.readString(platform.data().resolve("demo-accounts.json")));
    for (var account : accounts) {
      if (account.path("role").asString().equals("COMMANDER")) {
        var builder = new ProcessBuilder("node", "dev/first-paint.mjs", platform.address().toString())
            .directory(home.resolve("web").toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("XINGFULI_NAME", account.path("signInName").asString());
        builder.environment().put("XINGFULI_PASSWORD", account.path("password").asString());
        var process = builder.start();
        var line = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
          result.put("firstPaint", "no browser: " + line.strip());
          return;
        }
        Person.JSON.readTree(line).properties().forEach(each -> result.put(each.getKey(), each.getValue().asDouble()));
      }
    }
  }
}
