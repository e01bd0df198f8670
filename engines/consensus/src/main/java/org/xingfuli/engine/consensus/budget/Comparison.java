package org.xingfuli.engine.consensus.budget;

/**
 * Two outcomes held against each other, ballot by ballot: a ballot prefers the one whose projects are worth more to it.
 *
 * @param preferOne ballots that strictly prefer the first
 * @param preferOther ballots that strictly prefer the second
 * @param indifferent all others
 */
public record Comparison(int preferOne, int preferOther, int indifferent) {

  static Comparison of(Profile profile, Outcome one, Outcome other) {
    int[] side = new int[profile.projects()];
    one.winners().forEach(p -> side[p]++);
    other.winners().forEach(p -> side[p]--);
    int preferOne = 0;
    int preferOther = 0;
    int indifferent = 0;
    for (int c = 0; c < profile.classes(); c++) {
      // Within a long: what an outcome costs is at most the budget, 1e15 units; other weights are at most 1e9 a project.
      long balance = 0;
      for (int at = profile.choiceFrom(c); at < profile.choiceFrom(c + 1); at++) {
        int p = profile.choice(at);
        balance += side[p] * profile.weight(at) * profile.factor(p);
      }
      if (balance > 0) {
        preferOne += profile.size(c);
      } else if (balance < 0) {
        preferOther += profile.size(c);
      } else {
        indifferent += profile.size(c);
      }
    }
    return new Comparison(preferOne, preferOther, indifferent);
  }

  /** The second outcome replaces the first only when strictly more ballots prefer it. */
  public boolean otherWins() {
    return preferOther > preferOne;
  }
}
