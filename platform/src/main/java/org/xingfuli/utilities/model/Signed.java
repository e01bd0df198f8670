package org.xingfuli.utilities.model;

import org.jspecify.annotations.Nullable;
import org.xingfuli.utilities.Service;

/**
 * A service's answer to a window.
 *
 * @param reason needed for a refusal and a proposal
 * @param proposed the window it would rather have
 */
public record Signed(Service service, Answer answer, String reason, @Nullable Window proposed) {

  /** What a service may answer. */
  public enum Answer { AGREE, REFUSE, PROPOSE }
}
