package org.xingfuli.programme.model;

import org.xingfuli.kernel.StateGraph;

/** Whether a version of a budget is being written, holds, or held once. A draft thrown away is deleted and has no state. */
public enum BudgetState {
  DRAFT, APPROVED, SUPERSEDED;

  /** Approving one version supersedes the approved one before it. */
  public enum Act { APPROVE, SUPERSEDE }

  public static final StateGraph<BudgetState, Act> GRAPH = StateGraph.<BudgetState, Act>named("budget", DRAFT)
      .edge(DRAFT, Act.APPROVE, APPROVED)
      .edge(APPROVED, Act.SUPERSEDE, SUPERSEDED)
      .build();
}
