package org.xingfuli.programme.model;

import java.util.Optional;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** The one answer for what does not exist and for what the caller may not see. */
public final class Unknown {

  private Unknown() {}

  public static Refused row() {
    return new Refused(Refusal.of("common.not-found"));
  }

  /** Refuses unless the row is there and seen; for lists below a row that is itself not needed. */
  public static void unless(Optional<?> row) {
    if (row.isEmpty()) {
      throw row();
    }
  }
}
