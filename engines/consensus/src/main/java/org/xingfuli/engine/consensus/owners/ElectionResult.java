package org.xingfuli.engine.consensus.owners;

import java.util.List;

/**
 * Who is elected.
 *
 * @param candidates by votes, most first; equal ones by id
 * @param vacant seats nobody won
 * @param reasons in a fixed order; empty when every seat is filled and nothing else is to be told
 */
public record ElectionResult(
    MatterRule rule,
    Slate slate,
    Meter participationArea,
    Meter participationHeads,
    List<Candidate> candidates,
    int vacant,
    List<Reason> reasons) {

  /** How a candidate stands. */
  public enum Standing {
    ELECTED,
    /** Equal, by heads and by area, with others over fewer seats than there are of them: the assembly votes again between them. */
    TIED,
    /** More than half approve, and others have more votes. */
    BEATEN,
    /** Would be elected, and too few take part. */
    SHARES_MET_WITHOUT_QUORUM,
    /** Not more than half of those taking part, by area or by heads. */
    NO_MAJORITY
  }

  /** A candidate's votes beside what is needed. */
  public record Candidate(String id, Meter area, Meter heads, Standing standing) {}

  public ElectionResult {
    candidates = List.copyOf(candidates);
    reasons = List.copyOf(reasons);
  }

  public boolean quorum() {
    return participationArea.reached() && participationHeads.reached();
  }

  /** Ids, most votes first. */
  public List<String> elected() {
    return candidates.stream().filter(each -> each.standing() == Standing.ELECTED).map(Candidate::id).toList();
  }

  /** Every seat is filled. */
  public boolean passed() {
    return vacant == 0;
  }
}
