package org.xingfuli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.xingfuli.XingfuliApplication;
import org.xingfuli.identity.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first start is killed while it loads the demo; whoever starts it again gets the whole demo, without emptying a folder. */
class DemoLoadKilledTest {

  private final Path data;

  DemoLoadKilledTest() throws IOException {
    var base = Files.createDirectories(Path.of("target/launcher").toAbsolutePath());
    var programs = Files.createDirectories(base.resolve("pg"));
    data = Files.createDirectories(base.resolve(UUID.randomUUID().toString().substring(0, 8)));
    Files.createSymbolicLink(data.resolve("pg"), programs);
  }

  @AfterEach
  void sweep() throws IOException {
    FileSystemUtils.deleteRecursively(data);
  }

  /** A platform in a process of its own. */
  private final class Child {
    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();

    Child() throws IOException {
      process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m",
          "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-cp", System.getProperty("java.class.path"),
          XingfuliApplication.class.getName(), "--server.port=0", "--xingfuli.data=" + data, "--xingfuli.demo=true")
          .redirectErrorStream(true).start();
      output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads until a line holds the word; returns that line. */
    String until(String word) throws IOException {
      for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
        said.add(line);
        if (line.contains(word)) {
          return line;
        }
        if (line.startsWith("ready http")) {
          break;
        }
      }
      throw new IOException("never said " + word + ": " + String.join("\n", said));
    }

    /** SIGKILL, so long after what it said last. */
    void killAfter(long milliseconds) throws InterruptedException {
      assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS)).as("it still runs").isFalse();
      process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void aLoadThatWasKilledTwiceIsWholeAfterTheNextStart() throws Exception {
    var first = new Child();
    first.until("loading the demo district");
    first.killAfter(1_000);

    var second = new Child();
    second.until("the demo's estates are there");
    second.killAfter(1_500);
    assertThat(second.said).noneMatch(line -> line.contains("the demo district is loaded"));

    var third = new Child();
    try {
      third.until("the demo district is loaded");
      var ready = third.until("ready http");
      var browser = new Browser(Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1).strip()));
      assertThat(browser.signIn("planner", password("planner")).status()).isEqualTo(200);
      var years = browser.get("/api/programmes").body();
      assertThat(years).hasSize(2);
      assertThat(years).allSatisfy(year -> assertThat(year.at("/frozenPlan").isNull()).isFalse());
      assertThat(browser.get("/api/programmes/" + years.at("/0/id").asString() + "/projects").body()).hasSize(50);
      assertThat(browser.get("/api/estates?limit=1").body().at("/total").asInt()).isEqualTo(45);
      var contractors = browser.get("/api/organisations").body().findValuesAsString("kind").stream()
          .filter("CONTRACTOR"::equals).toList();
      assertThat(contractors).as("nothing is there twice").hasSize(7);
      theCarriedOverProjectHasItsYearBefore(browser, years);
    } finally {
      third.stop();
    }
  }

  /** The reports of 2021 stand in 2022 too, each by whoever was in charge and at an hour of its own day. */
  private static void theCarriedOverProjectHasItsYearBefore(Browser browser, JsonNode years) {
    for (var year : years) {
      var programme = "/api/programmes/" + year.at("/id").asString();
      for (var project : browser.get(programme + "/projects").body()) {
        if (!project.at("/code").asString().endsWith("-001")) {
          continue;
        }
        var timetable = browser.get(programme + "/timetable?project=" + project.at("/id").asString()).body();
        var vote = timetable.at("/activities").get(4);
        assertThat(vote.at("/code").asString()).isEqualTo("P05");
        var reports = browser.get("/api/activities/" + vote.at("/id").asString() + "/progress-reports").body();
        assertThat(reports.findValuesAsString("on")).contains("2021-01-29");
        assertThat(reports.findValuesAsString("by")).containsOnly(DemoReporter.DELIVERY_AGENT);
        assertThat(reports).allSatisfy(report ->
            assertThat(report.at("/at").asString()).startsWith(report.at("/on").asString()));
      }
    }
  }

  private String password(String signInName) throws IOException {
    for (var account : JsonMapper.shared().readTree(Files.readString(data.resolve("demo-accounts.json")))) {
      if (account.at("/signInName").asString().equals(signInName)) {
        return account.at("/password").asString();
      }
    }
    throw new AssertionError("no account " + signInName);
  }
}
