package org.xingfuli.audit;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes acts down in the act's own transaction: either both stand or neither. */
@Component
public class Audit {

  /**
   * Records an act of the current scope's principal.
   *
   * @param act dotted name, such as {@code programme.freeze}
   * @param facts what a later reader needs; no personal data
   * @throws IllegalStateException outside a transaction
   */
  public void record(String act, Subject subject, Map<String, ?> facts) {}
}
