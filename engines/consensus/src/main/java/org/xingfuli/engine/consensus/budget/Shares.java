package org.xingfuli.engine.consensus.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.xingfuli.kernel.Fraction;

/**
 * The receipts of a count by equal shares, exact and in the election's currency: where every ballot's share went, and how much
 * every project that was not taken was short of. What ballots paid for a project adds up to its cost.
 */
public final class Shares {

  private final SharesCount count;
  private final Fraction scale;

  Shares(SharesCount count) {
    this.count = count;
    this.scale = new Fraction(BigInteger.ONE, BigInteger.TEN.pow(count.profile().election().decimals()));
  }

  /**
   * What one ballot paid for one project.
   *
   * @param project its place in the election
   */
  public record Payment(int project, Fraction paid) {}

  /** What every ballot began with, in this count; above budget ÷ ballots when shares were raised. */
  public Fraction share() {
    return count.prices().share().times(scale);
  }

  /** What a ballot paid, in the order of purchases; nothing for projects it paid nothing for. */
  public List<Payment> payments(int ballot) {
    Profile profile = count.profile();
    int c = profile.classOf(ballot);
    long[] weights = new long[count.prices().count()];
    for (int at = profile.choiceFrom(c); at < profile.choiceFrom(c + 1); at++) {
      int round = count.boughtIn(profile.choice(at));
      if (round >= 0) {
        weights[round] = profile.weight(at);
      }
    }
    List<Payment> payments = new ArrayList<>();
    Fraction left = count.prices().share();
    int last = Math.min(count.spentIn(c), weights.length - 1);
    for (int round = 0; round <= last; round++) {
      Fraction paid = round == count.spentIn(c) ? left : count.prices().price(round).times(Fraction.of(weights[round]));
      if (!paid.isZero()) {
        payments.add(new Payment(count.purchases().get(round).project(), paid.times(scale)));
        left = left.minus(paid);
      }
    }
    return payments;
  }

  /** What a ballot's share has left. */
  public Fraction left(int ballot) {
    Fraction left = share();
    for (Payment payment : payments(ballot)) {
      left = left.minus(payment.paid());
    }
    return left;
  }

  /**
   * How much the supporters of a project that was not taken lacked at the end; 0 or less only of what costs more than the
   * budget or has no room on the site.
   */
  public Fraction missing(int project) {
    return count.missing(project).times(scale);
  }

  /** Ballots in the same class voted alike and paid alike; told by numbers from 0. */
  public int classOf(int ballot) {
    return count.profile().classOf(ballot);
  }
}
