package org.xingfuli.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.xingfuli.identity.model.Totp;

/** The app on a person's telephone: it has taken a secret in and tells codes, each once. */
final class Authenticator {

  /** Seconds a code may be on its way on a busy machine. */
  private static final int ON_ITS_WAY = 5;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret;
  private final List<String> recovery = new ArrayList<>();
  private long last;

  private Authenticator(String key) {
    this.secret = read(key.replace(" ", ""));
  }

  /** Sets up the second factor of the person signed in in the browser. */
  static Authenticator enrol(Browser browser, String password) {
    var offer = browser.post("/api/account/second-factor/offer", Map.of("proof", password));
    if (offer.status() != 200) {
      throw new AssertionError("no offer: " + offer.body());
    }
    var app = new Authenticator(offer.body().path("key").asString());
    var confirmed = browser.post("/api/account/second-factor/confirm", Map.of("code", app.next()));
    if (confirmed.status() != 200) {
      throw new AssertionError("not confirmed: " + confirmed.body());
    }
    confirmed.body().path("codes").forEach(code -> app.recovery.add(code.asString()));
    return app;
  }

  /** A code that counts and was not told before; the window holds three without waiting. */
  String next() {
    awayFromTheTurn();
    long now = Totp.step(Instant.now());
    last = Math.max(last + 1, now - 1);
    if (last > now + 1) {
      throw new AssertionError("no further code counts yet; use a recovery code");
    }
    return Totp.code(secret, last);
  }

  /** The oldest code of the window stops counting when the step turns, maybe while it is on its way. */
  private static void awayFromTheTurn() {
    var left = Totp.STEP_SECONDS - Instant.now().getEpochSecond() % Totp.STEP_SECONDS;
    if (left <= ON_ITS_WAY) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(left));
    }
  }

  /** A code of six digits that certainly does not count now. */
  String wrong() {
    var now = Instant.now();
    for (int number = 0; ; number++) {
      var code = "%06d".formatted(number);
      boolean counts = false;
      for (long step = Totp.step(now) - 3; step <= Totp.step(now) + 3; step++) {
        counts |= Totp.code(secret, step).equals(code);
      }
      if (!counts) {
        return code;
      }
    }
  }

  List<String> recovery() {
    return recovery;
  }

  private static byte[] read(String letters) {
    var bytes = new byte[letters.length() * 5 / 8];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (var letter : letters.toCharArray()) {
      bits = bits << 5 | BASE32.indexOf(letter);
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes[at++] = (byte) (bits >> held);
      }
    }
    return bytes;
  }
}
