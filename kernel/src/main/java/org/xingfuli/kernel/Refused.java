package org.xingfuli.kernel;

import java.util.List;

/** Carries refusals out of an act, all of them at once; the transaction around the act is rolled back. */
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  public Refused(Refusal refusal) {
    this(List.of(refusal));
  }

  public Refused(List<Refusal> refusals) {
    super(refusals.toString());
    if (refusals.isEmpty()) {
      throw new IllegalArgumentException("a refusal without a reason");
    }
    this.refusals = List.copyOf(refusals);
  }

  /** Refuses when there is a reason to, with all of them; otherwise does nothing. */
  public static void ifAny(List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      throw new Refused(refusals);
    }
  }

  public List<Refusal> refusals() {
    return refusals;
  }
}
