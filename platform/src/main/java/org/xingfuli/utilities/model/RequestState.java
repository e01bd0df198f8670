package org.xingfuli.utilities.model;

import org.xingfuli.kernel.StateGraph;

/** Where a request stands. It is agreed only when every service has agreed to the same window. */
public enum RequestState {
  /** Not all services have answered to the window. */
  AWAITING,
  /** A service would rather have another window; whoever asked decides. */
  PROPOSED,
  AGREED,
  REFUSED,
  WITHDRAWN;

  /** What moves it: the services' answers, and what whoever asked decides. */
  public enum Act { SIGN, SIGN_LAST, PROPOSE, REFUSE, MOVE, WITHDRAW }

  public static final StateGraph<RequestState, Act> GRAPH =
      StateGraph.<RequestState, Act>named("utility-request", AWAITING)
          .edge(AWAITING, Act.SIGN, AWAITING)
          .edge(AWAITING, Act.SIGN_LAST, AGREED)
          .edge(AWAITING, Act.PROPOSE, PROPOSED)
          .edge(AWAITING, Act.REFUSE, REFUSED)
          .edge(AWAITING, Act.MOVE, AWAITING)
          .edge(AWAITING, Act.WITHDRAW, WITHDRAWN)
          .edge(PROPOSED, Act.MOVE, AWAITING)
          .edge(PROPOSED, Act.WITHDRAW, WITHDRAWN)
          .edge(AGREED, Act.MOVE, AWAITING)
          .edge(AGREED, Act.WITHDRAW, WITHDRAWN)
          .build();

  /** Whether it takes up its days: agreed, or still hoping for them. */
  public boolean holdsDays() {
    return this == AWAITING || this == AGREED;
  }
}
