package org.xingfuli.utilities.model;

import org.xingfuli.kernel.StateGraph;

/** Where the sheet for a building stands. */
public enum NoticeState {
  /** To be posted. */
  DUE,
  /** Hangs in the stairwells. */
  POSTED,
  /** The window moved or was withdrawn: it must not hang any more. */
  WITHDRAWN;

  /** Somebody posts it; the window's end withdraws it. */
  public enum Act { POST, WITHDRAW }

  public static final StateGraph<NoticeState, Act> GRAPH = StateGraph.<NoticeState, Act>named("outage-notice", DUE)
      .edge(DUE, Act.POST, POSTED)
      .edge(DUE, Act.WITHDRAW, WITHDRAWN)
      .edge(POSTED, Act.WITHDRAW, WITHDRAWN)
      .build();
}
