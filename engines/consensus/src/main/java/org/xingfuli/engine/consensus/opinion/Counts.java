package org.xingfuli.engine.consensus.opinion;

/**
 * How some participants voted on one statement.
 *
 * @param agree of them
 * @param disagree of them
 * @param seen of them, passes included
 */
public record Counts(int agree, int disagree, int seen) {

  /** The share that agrees, drawn towards one half by a prior: (agree + prior) / (seen + 2 prior). */
  public double agreeShare(double prior) {
    return (agree + prior) / (seen + 2 * prior);
  }

  /** The share that disagrees, drawn towards one half by a prior. */
  public double disagreeShare(double prior) {
    return (disagree + prior) / (seen + 2 * prior);
  }

  Counts plus(Counts other) {
    return new Counts(agree + other.agree, disagree + other.disagree, seen + other.seen);
  }

  Counts minus(Counts other) {
    return new Counts(agree - other.agree, disagree - other.disagree, seen - other.seen);
  }
}
