package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Guesses passwords, one-time codes and tokens of a demo it starts itself, on this machine only and no more often than told, and
 * checks that every lock holds, that no code is ever taken twice, and that the time an answer takes does not tell whether a name
 * exists.
 */
@Command(name = "guess", mixinStandardHelpOptions = true,
    description = "猜测演练：密码、验证码、令牌猜不开，时间看不出账号有无 / guessing passwords, one-time codes and tokens opens nothing")
final class GuessDrill implements Callable<Integer> {

  /** More than the platform's limits, so that every lock is met, and far from a flood. */
  private static final int GUESSES = 12;
  private static final int TOKENS = 60;
  private static final int MOST_RUNS = 200;
  /** How far the medians may lie apart. */
  private static final double SAME = 0.05;

  @Option(names = "--runs", defaultValue = "40",
      description = "attempts of each kind whose time is taken, at most " + MOST_RUNS + " (default ${DEFAULT-VALUE})")
  int runs;

  @Option(names = "--seed", defaultValue = "20220420", description = "of the guesses (default ${DEFAULT-VALUE})")
  long seed;

  private final List<String> faults = new ArrayList<>();
  private final Map<String, Object> result = new LinkedHashMap<>();
  private int addresses;

  @Override
  public Integer call() throws Exception {
    if (runs < 5 || runs > MOST_RUNS) {
      System.err.println("--runs: 5 … " + MOST_RUNS);
      return 2;
    }
    var random = new Random(seed);
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.err.println("演练数据在 / drill data in " + folder + ", seed " + seed);
    result.put("drill", "guess");
    result.put("runs", runs);
    result.put("seed", seed);
    try (var platform = Platform.start(folder.resolve("data"), "--xingfuli.demo=true")) {
      var accounts = new ArrayList<Account>();
      Person.JSON.readTree(Files.readString(platform.data().resolve("demo-accounts.json"))).forEach(account ->
          accounts.add(new Account(account.path("signInName").asString(), account.path("password").asString())));
      passwords(platform, accounts.get(accounts.size() - 1), random);
      times(platform, accounts.subList(0, accounts.size() - 4), random);
      codes(platform, accounts.get(accounts.size() - 2), random);
      twice(platform, accounts.get(accounts.size() - 3));
      tokens(platform, accounts.get(accounts.size() - 4), random);
    }
    faults.stream().limit(20).forEach(System.err::println);
    result.put("faults", faults.size());
    result.forEach((name, value) -> System.out.printf("%-28s %s%n", name,
        value instanceof Double number ? "%.3f".formatted(number) : value));
    System.out.println(Person.JSON.writeValueAsString(result));
    return faults.isEmpty() ? 0 : 1;
  }

  private record Account(String name, String password) {}

  /** A new address of a private network for every part, as the locks by address must not hide the locks by name. */
  private Guesser guesser(Platform platform) throws IOException, InterruptedException {
    addresses++;
    return new Guesser(platform.address(), "10.66." + addresses / 250 + "." + (addresses % 250 + 1));
  }

  private void expect(boolean right, String fault) {
    if (!right) {
      faults.add(fault);
    }
  }

  private static String wrong(Random random) {
    return "guess-" + Long.toUnsignedString(random.nextLong(), 36);
  }

  /** Each guess from another address: the name itself is locked. Then many names from one address: the address is. */
  private void passwords(Platform platform, Account account, Random random) throws IOException, InterruptedException {
    int looked = 0;
    for (int i = 0; i < GUESSES; i++) {
      if (guesser(platform).signIn(account.name(), wrong(random)).status() == 401) {
        looked++;
      }
    }
    result.put("passwordsLookedAt", looked);
    expect(looked == 5, "of " + GUESSES + " wrong passwords " + looked + " were looked at, not 5");
    expect(guesser(platform).signIn(account.name(), account.password()).code().equals("identity.locked"),
        "the right password opened a locked name");
    int before = 0;
    var one = guesser(platform);
    while (before < TOKENS && one.signIn("ghost-" + seed + "-" + before, wrong(random)).status() == 401) {
      before++;
    }
    result.put("namesTriedFromOneAddress", before);
    expect(before == 20, "one address could try " + before + " names before it was locked, not 20");
  }

  /** Known and unknown names in turn, in random order within each pair, so that a slow moment hits both alike. */
  private void times(Platform platform, List<Account> known, Random random) throws IOException, InterruptedException {
    var ofKnown = new ArrayList<Double>();
    var ofUnknown = new ArrayList<Double>();
    for (int run = -5; run < runs; run++) {
      // Never so often that the name is locked: a locked one is answered at once, whether it exists or not.
      var name = known.get(Math.floorMod(run, known.size())).name();
      boolean first = random.nextBoolean();
      for (int half = 0; half < 2; half++) {
        boolean exists = half == 0 == first;
        var answer = guesser(platform).signIn(exists ? name : "unknown-" + random.nextInt(1_000_000), wrong(random));
        if (answer.status() == 401 && run >= 0) {
          (exists ? ofKnown : ofUnknown).add(answer.millis());
        }
      }
      if (run >= 0 && Math.floorMod(run, known.size()) == known.size() - 1) {
        reopen(platform, known);
      }
    }
    double one = median(ofKnown);
    double other = median(ofUnknown);
    double apart = Math.abs(one - other) / Math.max(one, other);
    result.put("timedKnown", ofKnown.size());
    result.put("timedUnknown", ofUnknown.size());
    result.put("knownMedianMillis", one);
    result.put("unknownMedianMillis", other);
    result.put("mediansApart", apart);
    expect(apart <= SAME, "the medians of known and unknown names are %.1f %% apart".formatted(apart * 100));
  }

  /** The right password makes the name's failures forgotten. */
  private void reopen(Platform platform, List<Account> accounts) throws IOException, InterruptedException {
    for (var account : accounts) {
      guesser(platform).signIn(account.name(), account.password());
    }
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }

  /** Somebody knows the password and guesses the codes, also from many addresses. */
  private void codes(Platform platform, Account account, Random random) throws IOException, InterruptedException {
    var app = enrolled(platform, account);
    int looked = 0;
    for (int i = 0; i < GUESSES; i++) {
      var guesser = guesser(platform);
      expect(guesser.signIn(account.name(), account.password()).code().equals("identity.second-factor-needed"),
          "the password alone opened the account");
      var guess = guess(app, random);
      var answer = guesser.code(guess);
      expect(answer.status() != 200, "a guessed code opened the account");
      if (answer.code().equals("identity.code-wrong")) {
        looked++;
      }
    }
    result.put("codesLookedAt", looked);
    expect(looked == 5, "of " + GUESSES + " wrong codes " + looked + " were looked at, not 5");
    var owner = guesser(platform);
    owner.signIn(account.name(), account.password());
    expect(owner.code(app.at(OneTimeCodes.now())).code().equals("identity.code-locked"), "the right code opened a locked step");
  }

  /** Six digits that do not happen to be right. */
  private static String guess(OneTimeCodes app, Random random) {
    while (true) {
      var guess = "%06d".formatted(random.nextInt(1_000_000));
      boolean right = false;
      for (long step = OneTimeCodes.now() - 3; step <= OneTimeCodes.now() + 3; step++) {
        right |= app.at(step).equals(guess);
      }
      if (!right) {
        return guess;
      }
    }
  }

  private OneTimeCodes enrolled(Platform platform, Account account) throws IOException, InterruptedException {
    var owner = guesser(platform);
    owner.signIn(account.name(), account.password());
    var offer = owner.post("/api/account/second-factor/offer", Map.of("proof", account.password()));
    var app = new OneTimeCodes(offer.body().path("key").asString());
    var confirmed = owner.post("/api/account/second-factor/confirm", Map.of("code", app.at(OneTimeCodes.now() - 1)));
    if (confirmed.status() != 200) {
      throw new IOException("no second factor: " + confirmed.body());
    }
    return app;
  }

  /** One right code from eight browsers at the same moment, twice; and once more afterwards. */
  private void twice(Platform platform, Account account) throws Exception {
    var app = enrolled(platform, account);
    int opened = 0;
    int tried = 0;
    for (long step : new long[] {OneTimeCodes.now(), OneTimeCodes.now() + 1}) {
      var code = app.at(step);
      var browsers = new ArrayList<Guesser>();
      for (int i = 0; i < 4; i++) { // fewer than lock
        var guesser = guesser(platform);
        guesser.signIn(account.name(), account.password());
        browsers.add(guesser);
      }
      try (var threads = Executors.newFixedThreadPool(browsers.size())) {
        var answers = threads.invokeAll(browsers.stream()
            .<Callable<Integer>>map(browser -> () -> browser.code(code).status()).toList());
        int now = (int) answers.stream().filter(answer -> answer.resultNow() == 200).count();
        expect(now == 1, "one code opened " + now + " times");
        opened += now;
        tried += answers.size();
      }
    }
    result.put("sameCodeTried", tried);
    result.put("sameCodeOpened", opened);
    result.put("codesUsed", 2);
  }

  /** Invented tokens, and the shape of a real one with its last letters changed; the real one beside them goes on. */
  private void tokens(Platform platform, Account account, Random random) throws IOException, InterruptedException {
    var owner = guesser(platform);
    var permissions = owner.signIn(account.name(), account.password()).body().path("permissions");
    var one = Collections.singletonList(permissions.get(permissions.size() - 1).asString());
    var made = owner.post("/api/account/tokens",
        Map.of("name", "演练", "permissions", one, "lastDay", LocalDate.now().plusDays(1).toString()));
    var real = made.body().path("secret").asString();
    if (made.status() != 201) {
      throw new IOException("no token: " + made.body());
    }
    var guesser = guesser(platform);
    int looked = 0;
    int opened = 0;
    for (int i = 0; i < TOKENS; i++) {
      var tail = Long.toUnsignedString(random.nextLong(), 36);
      var answer = guesser.withToken(i % 2 == 0 ? "xfl_" + wrong(random) + tail
          : real.substring(0, real.length() - 4) + "%04d".formatted(random.nextInt(10_000)), "/api/session");
      opened += answer.status() == 200 ? 1 : 0;
      looked += answer.status() == 401 ? 1 : 0;
    }
    result.put("tokensGuessed", TOKENS);
    result.put("tokensLookedAt", looked);
    result.put("tokensOpened", opened);
    expect(opened == 0, opened + " guessed tokens opened something");
    expect(looked == 20, "of " + TOKENS + " wrong tokens " + looked + " were looked at, not 20");
    expect(guesser.withToken(real, "/api/session").status() == 200, "the real token was locked out by its neighbour's guesses");
  }
}
