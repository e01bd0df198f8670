package org.xingfuli.estate.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** What is absent and what is forbidden get the same answer. */
final class Found {

  private Found() {}

  static <T> T orRefuse(@Nullable T found) {
    if (found == null) {
      throw new Refused(Refusal.of("common.not-found"));
    }
    return found;
  }

  static <T> T orRefuse(Optional<T> found) {
    return orRefuse(found.orElse(null));
  }
}
