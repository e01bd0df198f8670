package org.xingfuli.programme.model;

import org.xingfuli.kernel.StateGraph;

/** Whether a condition of a gate stands. */
public enum ConditionState {
  OPEN, MET, WAIVED;

  /** What somebody says of it. */
  public enum Act { MEET, WAIVE, REOPEN }

  public static final StateGraph<ConditionState, Act> GRAPH =
      StateGraph.<ConditionState, Act>named("gate condition", OPEN)
          .edge(OPEN, Act.MEET, MET)
          .edge(OPEN, Act.WAIVE, WAIVED)
          .edge(MET, Act.REOPEN, OPEN)
          .edge(WAIVED, Act.REOPEN, OPEN)
          .build();
}
