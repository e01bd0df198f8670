package org.xingfuli.identity;

import java.time.Instant;

/**
 * Personal data of one retention rule, erased every night once its time is over. A module that keeps personal data makes one
 * bean of this for each rule; the register ({@code personal-data.yaml}) names the rule beside the column.
 */
public interface Erasing {

  /** Code of the rule, such as {@code RETAIN_OWNER}: a row of {@code identity.security_rule}. */
  String rule();

  /**
   * Erases what was finished with before the instant, inside a transaction that sees everything.
   *
   * @return how much was erased
   */
  long erase(Instant before);

  /** How much of it is left; after {@link #erase} it must be none. */
  long remaining(Instant before);
}
