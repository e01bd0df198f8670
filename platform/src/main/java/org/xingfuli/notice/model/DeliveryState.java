package org.xingfuli.notice.model;

import org.xingfuli.kernel.StateGraph;

/** How a message fares on one channel. */
public enum DeliveryState {
  WAITING, DELIVERED, FAILED, DISMISSED;

  /** What happens to a delivery. */
  public enum Act { HAND_OVER, GIVE_UP, RETRY, DISMISS }

  /** Given up after too many attempts, until somebody has it tried again or lets it go, with a reason. */
  public static final StateGraph<DeliveryState, Act> GRAPH = StateGraph.<DeliveryState, Act>named("delivery", WAITING)
      .edge(WAITING, Act.HAND_OVER, DELIVERED)
      .edge(WAITING, Act.GIVE_UP, FAILED)
      .edge(FAILED, Act.RETRY, WAITING)
      .edge(FAILED, Act.DISMISS, DISMISSED)
      .build();
}
