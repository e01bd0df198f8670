package org.xingfuli.drills;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long searching, lists, figures and rates take over so many appeals, asked through HTTP by people who see all of them, a
 * street, or only their own unit's. {@code ./xingfuli bench appeals}.
 */
@Command(name = "appeals-bench", mixinStandardHelpOptions = true,
    description = "一百万件诉求的检索、清单与三率 / searching, lists and rates over a million appeals")
final class ManyAppeals implements Callable<Integer> {

  private static final double WANTED_P95_MILLIS = 200;
  private static final List<String> ROLES = List.of("COMMANDER", "APPEAL_CLERK", "STREET_OFFICER", "CONTRACTOR");

  @Option(names = "--cases", defaultValue = "1000000", description = "appeals (default ${DEFAULT-VALUE})")
  int cases;

  @Option(names = "--asks", defaultValue = "40", description = "of each question by each person (default ${DEFAULT-VALUE})")
  int asks;

  @Option(names = "--seed", defaultValue = "20220420", description = "of words and places (default ${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--data", description = "keeps the appeals there, and takes them from there when they are there already")
  @Nullable Path data;

  @Override
  public Integer call() throws Exception {
    var folder = data;
    if (folder == null) {
      folder = Files.createTempDirectory("xingfuli-bench-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    System.err.println("数据在 / data in " + folder + ", seed " + seed);
    var result = new LinkedHashMap<String, Object>();
    result.put("bench", "appeals");
    result.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    result.put("seed", seed);
    result.put("referenceSecondsBefore", Reference.seconds());
    var held = true;
    try (var platform = Platform.start(folder.resolve("data")); var look = platform.database()) {
      if (SharedDatabase.number(look, "select count(*) from appeal.appeal") < cases) {
        var begun = System.nanoTime();
        make(look);
        result.put("madeInSeconds", (System.nanoTime() - begun) / 1_000_000_000L);
      }
      result.put("appeals", SharedDatabase.number(look, "select count(*) from appeal.appeal"));
      result.put("open", SharedDatabase.number(look, "select count(*) from appeal.appeal where state not in ('CLOSED', 'ARCHIVED')"));
      result.put("megabytes", SharedDatabase.number(look, """
          select round(sum(pg_total_relation_size(c.oid)) / 1048576) from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'appeal' and c.relkind = 'r'"""));
      for (var role : ROLES) {
        held &= ask(Person.signIn(platform, role), role, result);
      }
    }
    result.put("referenceSecondsAfter", Reference.seconds());
    System.out.println(Person.JSON.writeValueAsString(result));
    return held ? 0 : 1;
  }

  private void make(Connection look) throws IOException, SQLException {
    try (var in = ManyAppeals.class.getResourceAsStream("/many-appeals.sql")) {
      if (in == null) {
        throw new IOException("many-appeals.sql is not there");
      }
      var sql = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(":cases", Integer.toString(cases))
          .replace(":seed", Long.toString(seed));
      for (var statement : sql.split(";\\s*\\n(?=[a-z-])")) {
        SharedDatabase.execute(look, statement);
      }
    }
  }

  /** What a person asks, with a number that makes each ask another one. */
  private Map<String, Ask> questions(Person person) throws IOException, InterruptedException {
    var today = LocalDate.parse(person.json("/api/session").path("businessDate").asString());
    var units = new LinkedHashMap<String, Ask>();
    units.put("inbox", n -> "/api/appeals?open=true&limit=50");
    units.put("overdue", n -> "/api/appeals?open=true&overdue=true&limit=50");
    units.put("latest", n -> "/api/appeals?order=LATEST&limit=50");
    units.put("latest of a class", n -> "/api/appeals?order=LATEST&limit=50&classCode=PARKING");
    units.put("all by due", n -> "/api/appeals?limit=50");
    units.put("counts", n -> "/api/appeals/counts");
    units.put("search a frequent word", n -> "/api/appeals?order=LATEST&limit=50&q=" + url("停车位"));
    units.put("search two words", n -> "/api/appeals?order=LATEST&limit=50&q=" + url("化粪池 路灯坏了"));
    units.put("search a number", n -> "/api/appeals?order=LATEST&limit=50&q=" + url("%07d".formatted(1 + (int) (n * 7919L % cases))));
    units.put("search nothing", n -> "/api/appeals?order=LATEST&limit=50&q=" + url("鲲鹏展翅"));
    for (var by : List.of("STREET", "UNIT", "CLASS", "ESTATE")) {
      units.put("rates of a month by " + by, n -> "/api/appeals/rates?by=" + by + "&from=" + today.minusDays(60L + n) + "&to=" + today.minusDays(31L + n));
    }
    units.put("cases of a rate", n -> "/api/appeals/rates/cases?rate=ON_TIME&side=NUMERATOR&from=" + today.minusDays(60L + n) + "&to="
        + today.minusDays(31L + n));
    units.put("rates of a year by STREET", n -> "/api/appeals/rates?by=STREET&from=" + today.minusDays(364L + n) + "&to=" + today.minusDays(n));
    return units;
  }

  private interface Ask {
    String path(int number);
  }

  private boolean ask(Person person, String role, Map<String, Object> result) throws IOException, InterruptedException {
    var held = true;
    for (var question : questions(person).entrySet()) {
      person.get(question.getValue().path(asks)); // the first one waits for what nobody has read yet
      var timings = new Timings();
      for (int n = 0; n < asks; n++) {
        var path = question.getValue().path(n);
        var begun = System.nanoTime();
        var answer = person.get(path);
        timings.add(System.nanoTime() - begun);
        if (answer.statusCode() != 200) {
          throw new IOException(path + " was answered with " + answer.statusCode() + " " + answer.body());
        }
      }
      var within = timings.millis(0.95) <= WANTED_P95_MILLIS;
      held &= within;
      System.out.printf("%-15s %-28s p50 %8.1f ms  p95 %8.1f ms %s%n", role, question.getKey(), timings.millis(0.50), timings.millis(0.95),
          within ? "" : "未达标 missed");
      result.put(role + " " + question.getKey(), List.of(timings.millis(0.50), timings.millis(0.95)));
    }
    return held;
  }

  private static String url(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
