package org.xingfuli.estate.web;

import java.util.Map;
import java.util.UUID;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Reads what we once wrote into a cursor; anything else somebody made up. */
final class Cursors {

  private Cursors() {}

  static UUID uuid(String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException madeUp) {
      throw refusal(value);
    }
  }

  private static Refused refusal(String value) {
    return new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", value.length() > 40 ? value.substring(0, 40) : value)));
  }
}
