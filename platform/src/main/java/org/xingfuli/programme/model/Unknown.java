package org.xingfuli.programme.model;

import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** The one answer for what does not exist and for what the caller may not see. */
public final class Unknown {

  private Unknown() {}

  public static Refused row() {
    return new Refused(Refusal.of("common.not-found"));
  }
}
