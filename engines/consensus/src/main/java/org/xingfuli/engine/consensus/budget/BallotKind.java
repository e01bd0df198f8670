package org.xingfuli.engine.consensus.budget;

/** What a voter may say on a ballot. */
public enum BallotKind {
  /** Names the projects wanted, all alike; one only is a special case. */
  APPROVAL,
  /** Names the projects wanted, the most wanted first. */
  ORDINAL,
  /** Gives points to projects. */
  CUMULATIVE
}
