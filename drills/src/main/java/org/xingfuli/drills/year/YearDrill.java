package org.xingfuli.drills.year;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xingfuli.drills.Person;
import org.xingfuli.drills.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A simulated year: the demo district lives day by day through the public API, and every invariant is held on every day. */
@Command(name = "year", mixinStandardHelpOptions = true,
    description = "模拟一年：示例区按公开接口逐日生活，每天核对全部不变量；同一种子同一年 / a simulated year of the demo district, day by day "
        + "through the public API, with every invariant checked; the same seed gives the same year")
public final class YearDrill implements Callable<Integer> {

  @Option(names = "--seed", defaultValue = "20220420", description = "of everything that is left to chance (default ${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--days", defaultValue = "365", description = "days to live (default ${DEFAULT-VALUE})")
  int days;

  @Option(names = "--url", description = "a running demo instead of one this drill starts")
  @Nullable URI url;

  @Option(names = "--accounts", description = "the running demo's demo-accounts.json")
  @Nullable Path accounts;

  @Option(names = "--speed", defaultValue = "0", description = "days a minute at most; 0 as fast as they go (default ${DEFAULT-VALUE})")
  int speed;

  @Option(names = "--follow", description = "moves no clock: lives every day the running demo comes to, as its operator plays it, until "
      + "stopped; needs --url")
  boolean follow;

  @Option(names = "--break", description = "plants a fault for this invariant on every day: the drill must then fail")
  @Nullable String spoiled;

  @Option(names = "--chronicle", description = "a file for every line that is hashed: two of one seed show where their years part")
  @Nullable Path chronicle;

  private static final int GLANCE_MILLISECONDS = 300;
  private static final int WHOLE_YEAR = 365;

  private final Map<String, Integer> checks = new LinkedHashMap<>();
  private final Map<String, Boolean> teeth = new LinkedHashMap<>();
  private final List<String> breaches = new ArrayList<>();
  private final AtomicInteger followedDays = new AtomicInteger();
  private final AtomicInteger followedActs = new AtomicInteger();
  private int rainDays;

  @Override
  public Integer call() throws Exception {
    var invariants = Invariants.all();
    if (spoiled != null && invariants.stream().noneMatch(invariant -> invariant.name().equals(spoiled))) {
      System.err.println("there is no invariant " + spoiled + ": " + invariants.stream().map(Invariant::name).toList());
      return 2;
    }
    if (url != null) {
      if (accounts == null) {
        System.err.println("--url needs --accounts DATA/demo-accounts.json");
        return 2;
      }
      return follow ? follow(url, accounts) : run(url, accounts, invariants);
    }
    if (follow) {
      System.err.println("--follow needs --url");
      return 2;
    }
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.err.println("演练数据在 / drill data in " + folder + ", seed " + seed);
    try (var platform = Platform.start(folder.resolve("data"), "--xingfuli.demo=true")) {
      return run(platform.address(), platform.data().resolve("demo-accounts.json"), invariants);
    }
  }

  private int run(URI address, Path file, List<Invariant> invariants) throws IOException, InterruptedException {
    var begun = System.nanoTime();
    var cast = Cast.of(address, file);
    var operator = cast.role("DEMO_OPERATOR").person();
    var first = Bar.date(operator.json("/api/business-clock").path("today"));
    var life = Life.join(address, cast, seed, address.getPort() + "/" + begun);
    if (chronicle != null) {
      life.chronicle().writeTo(chronicle);
    }
    var observer = new Observer(life, cast);
    Facts facts = null;
    var acts = List.<Act>of();
    for (var day = first; !day.isAfter(first.plusDays(days)); day = day.plusDays(1)) {
      var dawn = System.nanoTime();
      if (!day.equals(first)) {
        moveTo(operator, day);
      }
      var district = District.read(cast.role("PLANNER").person(), day);
      facts = observer.read(day, district, acts, facts);
      hold(invariants, facts);
      facts.forget();
      life.chronicle().seen(day + " " + Chronicle.content(facts.get("chart")));
      if (day.equals(first.plusDays(days))) {
        break;
      }
      var done = life.chronicle().acts().size();
      life.live(day, district);
      acts = List.copyOf(life.chronicle().acts().subList(done, life.chronicle().acts().size()));
      rainDays += life.weather().rains(day) ? 1 : 0;
      tell(day, acts.size(), facts, dawn);
      rest(dawn);
    }
    return report(invariants, life, first, (System.nanoTime() - begun) / 1e9);
  }

  /** The demo's people act on every day their operator comes to; of days that are jumped over they know nothing. */
  private int follow(URI address, Path file) throws IOException, InterruptedException {
    var cast = Cast.of(address, file);
    var operator = cast.role("DEMO_OPERATOR").person();
    var life = Life.join(address, cast, seed, "follow/" + System.nanoTime());
    LocalDate lived = null;
    // It ends by being stopped, and nobody would hear what it did.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(
        followed(seed, followedDays.get(), followedActs.get(), breaches.size())), "follow-summary"));
    while (true) {
      var today = Bar.date(operator.json("/api/business-clock").path("today"));
      if (!today.equals(lived)) {
        var acts = life.live(today, District.read(cast.role("PLANNER").person(), today));
        System.err.println(today + "  " + acts + " acts");
        followedDays.incrementAndGet();
        followedActs.addAndGet(acts);
        lived = today;
      }
      Thread.sleep(GLANCE_MILLISECONDS);
    }
  }

  /** What a followed demo comes to when it is stopped; no invariant is held on the way, as nobody else's acts are known. */
  static String followed(long seed, int days, int acts, int breaches) {
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "year --follow");
    result.put("seed", seed);
    result.put("days", days);
    result.put("acts", acts);
    result.put("checks", 0);
    result.put("breaches", breaches);
    return Person.JSON.writeValueAsString(result);
  }

  private static void moveTo(Person operator, LocalDate day) throws IOException, InterruptedException {
    var answer = operator.send("PUT", "/api/business-clock/day", Map.of("day", day.toString()), null);
    if (answer.statusCode() != 200) {
      throw new IOException("the clock did not move to " + day + ": " + answer.body());
    }
  }

  private void hold(List<Invariant> invariants, Facts facts) {
    for (var invariant : invariants) {
      if (!invariant.applies().to(facts)) {
        continue;
      }
      var held = facts;
      if (invariant.name().equals(spoiled)) {
        held = spoilt(invariant, facts);
      }
      var found = new ArrayList<String>();
      invariant.check().hold(held, found::add);
      checks.merge(invariant.name(), 1, Integer::sum);
      found.stream().limit(3).forEach(breach ->
          tell("seed %d, %s, %s: %s".formatted(seed, facts.day(), invariant.name(), breach)));
      // Teeth are tried once for each, on the first day it is checked.
      teeth.computeIfAbsent(invariant.name(), name -> bites(invariant, facts));
    }
  }

  private static boolean bites(Invariant invariant, Facts facts) {
    var found = new ArrayList<String>();
    invariant.check().hold(spoilt(invariant, facts), found::add);
    return !found.isEmpty();
  }

  private static Facts spoilt(Invariant invariant, Facts facts) {
    var copy = facts.copy();
    invariant.spoil().plant(copy);
    return copy;
  }

  private void tell(String breach) {
    breaches.add(breach);
    System.err.println(breach);
  }

  private void tell(LocalDate day, int acts, Facts facts, long dawn) {
    if (day.getDayOfMonth() == 1 || day.getDayOfWeek().getValue() == 1) {
      System.err.printf("%s  %d acts, mean progress %s %%, late %s, breaches %d, %.2f s%n", day, acts,
          kpi(facts, "PROGRESS"), kpi(facts, "LATE"), breaches.size(), (System.nanoTime() - dawn) / 1e9);
    }
  }

  private static String kpi(Facts facts, String code) {
    for (var kpi : facts.get("chart").path("kpis")) {
      if (kpi.path("code").asString().equals(code)) {
        return kpi.path("value").toString();
      }
    }
    return "?";
  }

  private void rest(long dawn) throws InterruptedException {
    if (speed > 0) {
      Thread.sleep(Math.max(0, 60_000 / speed - (System.nanoTime() - dawn) / 1_000_000));
    }
  }

  private int report(List<Invariant> invariants, Life life, LocalDate first, double seconds) {
    var toothless = teeth.entrySet().stream().filter(tooth -> !tooth.getValue()).map(Map.Entry::getKey).toList();
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "year");
    result.put("seed", seed);
    result.put("from", first.toString());
    result.put("days", days);
    result.put("rainDays", rainDays);
    result.put("seconds", Math.round(seconds * 10) / 10.0);
    result.put("acts", life.chronicle().acts().size());
    result.put("actsByKind", life.chronicle().counts());
    result.put("invariants", invariants.size());
    result.put("checks", checks.values().stream().mapToInt(Integer::intValue).sum());
    var neverChecked = invariants.stream().map(Invariant::name).filter(name -> !checks.containsKey(name)).toList();
    result.put("neverChecked", neverChecked);
    result.put("withTeeth", teeth.size() - toothless.size());
    result.put("toothless", toothless);
    result.put("breaches", breaches.size());
    result.put("hash", life.chronicle().hash());
    for (var invariant : invariants) {
      System.out.printf("%-36s %5d  %s%n", invariant.name(), checks.getOrDefault(invariant.name(), 0), invariant.says());
    }
    life.chronicle().counts().forEach((kind, count) -> System.out.printf("%-36s %5d%n", kind, count));
    result.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
    System.out.println(Person.JSON.writeValueAsString(result));
    return verdict(days, breaches, toothless, neverChecked);
  }

  /** 0 when the year passes; an invariant that a whole year gave no occasion to check says nothing, and fails it. */
  static int verdict(int days, List<String> breaches, List<String> toothless, List<String> neverChecked) {
    return breaches.isEmpty() && toothless.isEmpty() && (days < WHOLE_YEAR || neverChecked.isEmpty()) ? 0 : 1;
  }
}
