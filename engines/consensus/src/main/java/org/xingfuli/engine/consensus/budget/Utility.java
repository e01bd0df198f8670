package org.xingfuli.engine.consensus.budget;

/** What it is worth to a voter that a project of the own ballot is built. */
public enum Utility {
  /** As much as it costs: who sees two projects built for 10 each is as well off as who sees one for 20. */
  COST,
  /** One, whatever it costs. */
  CARDINALITY,
  /** As many as the ballot names after it; so the last one is worth nothing, and a ballot that names one project says nothing. */
  BORDA,
  /** The points given. */
  POINTS;

  /** Whether ballots of this kind say enough for it. */
  public boolean suits(BallotKind kind) {
    return switch (this) {
      case COST, CARDINALITY -> true;
      case BORDA -> kind == BallotKind.ORDINAL;
      case POINTS -> kind == BallotKind.CUMULATIVE;
    };
  }

  /** What is taken when nobody says otherwise. */
  public static Utility usual(BallotKind kind) {
    return switch (kind) {
      case APPROVAL -> COST;
      case ORDINAL -> BORDA;
      case CUMULATIVE -> POINTS;
    };
  }
}
