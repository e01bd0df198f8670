package org.xingfuli.engine.consensus.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xingfuli.kernel.Fraction;

/**
 * The receipts of a count by equal shares, exact and in the election's currency: where every ballot's share went, and how much
 * every project that was not taken was short of. What ballots paid for a project adds up to its cost.
 */
public final class Shares {

  private final SharesCount count;
  private final Fraction scale;
  /** Of every purchase, in the currency: brought into lowest terms once, not once a ballot. */
  private final List<Fraction> prices = new ArrayList<>();

  Shares(SharesCount count) {
    this.count = count;
    this.scale = new Fraction(BigInteger.ONE, BigInteger.TEN.pow(count.profile().election().decimals()));
    for (int round = 0; round < count.purses().prices().count(); round++) {
      prices.add(count.purses().prices().price(round).times(scale));
    }
  }

  /**
   * What one ballot paid for one project.
   *
   * @param project its place in the election
   */
  public record Payment(int project, Fraction paid) {}

  /** What every ballot began with, in this count; above budget ÷ ballots when shares were raised. */
  public Fraction share() {
    return count.purses().prices().share().times(scale);
  }

  /** What a ballot paid, in the order of purchases; nothing for projects it paid nothing for. */
  public List<Payment> payments(int ballot) {
    int c = count.profile().classOf(ballot);
    long[] weights = weights(c);
    List<Payment> payments = new ArrayList<>();
    int spent = count.purses().spentIn(c);
    for (int round = 0; round <= Math.min(spent, weights.length - 1); round++) {
      if (weights[round] > 0) {
        Fraction paid = round == spent ? before(spent, weights) : prices.get(round).times(Fraction.of(weights[round]));
        if (!paid.isZero()) {
          payments.add(new Payment(count.purchases().get(round).project(), paid));
        }
      }
    }
    return payments;
  }

  /** What a ballot's share has left. */
  public Fraction left(int ballot) {
    int c = count.profile().classOf(ballot);
    return count.purses().spentIn(c) == Purses.NEVER ? before(Purses.NEVER, weights(c)) : Fraction.NONE;
  }

  private long[] weights(int c) {
    Profile profile = count.profile();
    long[] weights = new long[prices.size()];
    for (int at = profile.choiceFrom(c); at < profile.choiceFrom(c + 1); at++) {
      int round = count.purses().boughtIn(profile.choice(at));
      if (round >= 0) {
        weights[round] = profile.weight(at);
      }
    }
    return weights;
  }

  /** What is left of a share before a round, everything before paid in full. */
  private Fraction before(int round, long[] weights) {
    long[] paid = Arrays.copyOf(Arrays.copyOf(weights, Math.min(round, weights.length)), weights.length);
    return count.purses().prices().fraction(count.purses().prices().left(1, paid)).times(scale);
  }

  /**
   * How much the supporters of a project that was not taken lacked at the end; 0 or less only of what costs more than the
   * budget or has no room on the site.
   */
  public Fraction missing(int project) {
    return count.purses().missing(project).times(scale);
  }

  /** Ballots in the same class voted alike and paid alike; told by numbers from 0. */
  public int classOf(int ballot) {
    return count.profile().classOf(ballot);
  }
}
