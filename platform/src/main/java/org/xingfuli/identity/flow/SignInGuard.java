package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.IdentityProperties;
import org.xingfuli.identity.model.LockOut;
import org.xingfuli.identity.model.OneTimeToken;
import org.xingfuli.identity.store.AttemptStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Counts guesses by account name, known or not, and by address. A name's attempt is counted before the password is looked at
 * and forgotten when it was right, and attempts at one name follow each other, so that a hundred guesses at once are no more
 * than five in a row. An address is charged only with what has failed: an office that signs in at half past eight shares one.
 */
@Component
public class SignInGuard {

  private final AttemptStore attempts;
  private final LockOut byName;
  private final LockOut byAddress;
  private final Clock clock;
  private final ReentrantLock[] turns = Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  SignInGuard(AttemptStore attempts, IdentityProperties properties, Clock clock) {
    this.attempts = attempts;
    this.byName = new LockOut(properties.signIn().failures(), properties.signIn().lock());
    this.byAddress = new LockOut(properties.signIn().failuresByAddress(), properties.signIn().lock());
    this.clock = clock;
  }

  /** The key of a sign-in name; hashed, since people type passwords into the wrong field. */
  public static String nameKey(String signInName) {
    return "name:" + HexFormat.of().formatHex(OneTimeToken.hash(signInName), 0, 16);
  }

  /** Does the work while no other attempt at the name runs on this node. */
  public <T> T oneByOne(String signInName, Supplier<T> attempt) {
    var turn = turns[Math.floorMod(signInName.hashCode(), turns.length)];
    turn.lock();
    try {
      return attempt.get();
    } finally {
      turn.unlock();
    }
  }

  /** Counts an attempt at a name, in the running transaction, unless the name or the address is locked. */
  public Verdict begin(String signInName, String address) {
    attempts.forget(clock.instant());
    var far = attempts.lockedUntil(addressKey(address), clock.instant());
    return far.isPresent() ? new Verdict.Locked(far.get()) : count(nameKey(signInName), byName);
  }

  /** Counts an attempt at a person's one-time codes, apart from the passwords, unless they or the address are locked. */
  public Verdict beginCode(UUID person, String address) {
    var far = attempts.lockedUntil(addressKey(address), clock.instant());
    return far.isPresent() ? new Verdict.Locked(far.get()) : count(codeKey(person), byName);
  }

  /** The code was right. */
  public void forgetCode(UUID person) {
    attempts.clear(codeKey(person));
  }

  /** A token was sent that opens nothing; who goes on trying them is locked, those whose token is good are not. */
  public Verdict badToken(String address) {
    return count("token:" + address, byAddress);
  }

  /** The password was wrong, which is charged to the address as well. */
  public void failed(String address) {
    count(addressKey(address), byAddress);
  }

  /** The password was right, or its owner has set a new one: the name's failures are forgotten, the address's stay. */
  public void forget(String signInName) {
    attempts.clear(nameKey(signInName));
  }

  /** The refusal of a locked name or address; the same for both, and for names that do not exist. */
  public Refused refusal(Instant until) {
    return new Refused(Refusal.of("identity.locked", Map.of("minutes", minutes(until))));
  }

  /** How long a lock lasts still, in begun minutes. */
  public long minutes(Instant until) {
    return Math.max(1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
  }

  /** What the guard says to an attempt. */
  public sealed interface Verdict {
    /** The password may be looked at; {@code lock} is how long the name is locked if it is wrong, zero for not. */
    record Open(Duration lock) implements Verdict {}

    /** It may not. */
    record Locked(Instant until) implements Verdict {}
  }

  private Verdict count(String key, LockOut rule) {
    var now = clock.instant();
    var failures = attempts.count(key, now);
    if (failures.isEmpty()) {
      return new Verdict.Locked(attempts.lockedUntil(key, now).orElse(now));
    }
    var lock = rule.after(failures.get());
    if (!lock.isZero()) {
      attempts.lock(key, now.plus(lock));
    }
    return new Verdict.Open(lock);
  }

  private static String codeKey(UUID person) {
    return "code:" + person;
  }

  private static String addressKey(String address) {
    return "address:" + address;
  }
}
