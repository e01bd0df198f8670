package org.xingfuli.identity.flow;

import java.util.Optional;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Absent and out of scope are one answer. */
final class Found {

  private Found() {}

  static <T> T orRefuse(Optional<T> row) {
    return row.orElseThrow(() -> new Refused(Refusal.of("common.not-found")));
  }
}
