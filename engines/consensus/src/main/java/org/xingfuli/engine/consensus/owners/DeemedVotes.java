package org.xingfuli.engine.consensus.owners;

/** Whether owners who said nothing are counted. The law knows nothing of it; only an assembly's own rules can bring it. */
public enum DeemedVotes {
  /** Nobody is counted who did not vote: the default. */
  OFF,
  /**
   * 未表态视为同意多数: who said nothing takes part and follows the side that leads by area and by heads; where no side leads
   * by both, nobody is deemed. Disputed units, spoilt and contradictory ballots are never deemed.
   */
  FOLLOW_MAJORITY
}
