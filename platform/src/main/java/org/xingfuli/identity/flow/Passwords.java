package org.xingfuli.identity.flow;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.model.OneTimeToken;
import org.xingfuli.identity.model.PasswordRules;

/**
 * Hashes and checks passwords. Each hash takes 19 MiB and a tenth of a second of a core on purpose, so only as many run at
 * once as there are cores: a flood of sign-ins waits, and the rest of the platform goes on.
 */
@Component
public class Passwords {

  private final PasswordEncoder encoder;
  private final Semaphore cores = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
  private final String nobodys;

  Passwords(PasswordEncoder encoder) {
    this.encoder = encoder;
    this.nobodys = hash(OneTimeToken.create());
  }

  public String hash(String password) {
    return guarded(() -> encoder.encode(PasswordRules.normalise(password)));
  }

  /** Whether it is the password; without a hash the answer is no, and takes just as long. */
  public boolean matches(String password, @Nullable String hash) {
    boolean same = guarded(
        () -> encoder.matches(PasswordRules.normalise(password), hash == null ? nobodys : hash));
    return same && hash != null;
  }

  /** Whether the hash was made with older settings. */
  public boolean outdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  private <T> T guarded(Supplier<T> work) {
    cores.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      cores.release();
    }
  }
}
