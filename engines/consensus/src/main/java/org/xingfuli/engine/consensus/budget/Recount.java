package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Fraction;

/**
 * Counts equal shares again in the plainest way, and holds a claimed outcome against it: ballot by ballot in whole numbers over one
 * denominator, every project reckoned anew in every round, no estimate and no short cut. It shares no code with the count, is
 * some hundred times slower, and is what anyone who doubts a result may read. Of shares that were raised it counts the last step and
 * the one after it, not all before.
 */
public final class Recount {

  private final Election election;
  private final Utility utility;
  private final Comparator<Integer> order;
  /** Money of each ballot, over {@link #denominator}. */
  private final BigInteger[] money;
  private BigInteger denominator;
  private final List<List<Holding>> supporters = new ArrayList<>();
  private final BigInteger[] worth;

  private record Holding(int ballot, BigInteger weight) {}

  private record Price(BigInteger numerator, BigInteger denominator) {

    int compare(Price other) {
      return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
  }

  private Recount(Election election, Utility utility, TieBreak tieBreak, BigInteger share, BigInteger over) {
    this.election = election;
    this.utility = utility;
    this.order = tieBreak.order(election);
    this.denominator = over;
    this.money = new BigInteger[election.ballots()];
    Arrays.fill(money, share);
    this.worth = new BigInteger[election.projects().size()];
    for (int p = 0; p < worth.length; p++) {
      supporters.add(new ArrayList<>());
      worth[p] = utility == Utility.COST ? BigInteger.valueOf(election.cost(p)) : BigInteger.ONE;
    }
    for (int b = 0; b < money.length; b++) {
      int[] choices = election.choices(b);
      long[] points = election.points(b);
      for (int k = 0; k < choices.length; k++) {
        long weight = weight(points[k], choices.length, k);
        if (weight > 0) {
          supporters.get(choices[k]).add(new Holding(b, BigInteger.valueOf(weight)));
        }
      }
    }
  }

  /**
   * Which projects equal shares buy.
   *
   * @param share what every ballot holds, in the election's currency
   * @return their places in the order bought, whether or not they cost more than the budget together
   */
  public static List<Integer> winners(Election election, Utility utility, TieBreak tieBreak, Fraction share) {
    BigInteger units = BigInteger.TEN.pow(election.decimals());
    return new Recount(election, utility, tieBreak, share.numerator().multiply(units), share.denominator()).count();
  }

  /**
   * Whether an outcome of equal shares stands: the winners with the share it names, within the budget; where shares were raised, that
   * one unit more would have overspent or money could bring nothing more; and that what ballots paid adds up to what was bought.
   *
   * @return what does not stand, in words for a log; empty when all does
   */
  public static List<String> faults(Election election, Outcome claimed, TieBreak tieBreak) {
    List<String> faults = new ArrayList<>();
    Shares shares = claimed.shares();
    if (shares == null) {
      return List.of("no receipts: " + claimed.rule());
    }
    List<Integer> counted = winners(election, claimed.utility(), tieBreak, shares.share());
    if (!counted.equals(claimed.winners())) {
      faults.add("winners " + claimed.winners() + ", counted " + counted);
    }
    if (claimed.budget().compareTo(election.budget()) != 0) {
      faults.add("another budget: " + claimed.budget());
    }
    if (cost(election, counted) > election.budgetUnits()) {
      faults.add("over budget");
    }
    Completion completion = claimed.completion();
    var due = Fraction.of(election.budget()).dividedBy(Fraction.of(Math.max(1, election.ballots())));
    if (completion != null) {
      due = due.plus(Fraction.of(completion.unit()).times(Fraction.of(completion.increments())));
    }
    if (!shares.share().equals(due)) {
      faults.add("share " + shares.share() + ", due " + due);
    }
    if (completion != null && !completion.overspend().isEmpty()) {
      var next = shares.share().plus(Fraction.of(completion.unit()));
      if (cost(election, winners(election, claimed.utility(), tieBreak, next)) <= election.budgetUnits()) {
        faults.add("one unit more does not overspend");
      }
    }
    if (completion != null && completion.overspend().isEmpty()) {
      for (int p : new Recount(election, claimed.utility(), tieBreak, BigInteger.ZERO, BigInteger.ONE).waiting(counted)) {
        faults.add("raising ended though money could still bring " + election.projects().get(p).id());
      }
    }
    faults.addAll(unpaid(election, claimed, shares));
    return faults;
  }

  private static List<String> unpaid(Election election, Outcome claimed, Shares shares) {
    Map<Integer, Fraction> paid = new HashMap<>();
    for (int b = 0; b < election.ballots(); b++) {
      for (Shares.Payment payment : shares.payments(b)) {
        paid.merge(payment.project(), payment.paid(), Fraction::plus);
      }
    }
    List<String> faults = new ArrayList<>();
    for (int p : claimed.winners()) {
      var cost = Fraction.of(election.projects().get(p).cost());
      if (!paid.getOrDefault(p, Fraction.NONE).equals(cost)) {
        faults.add("paid for " + election.projects().get(p).id() + ": " + paid.get(p) + " of " + cost);
      }
    }
    return faults;
  }

  private static long cost(Election election, List<Integer> projects) {
    return projects.stream().mapToLong(election::cost).sum();
  }

  private long weight(long points, int named, int place) {
    if (points <= 0) {
      return 0;
    }
    return switch (utility) {
      case COST, CARDINALITY -> 1;
      case BORDA -> named - place - 1L;
      case POINTS -> points;
    };
  }

  private List<Integer> count() {
    List<Integer> bought = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    List<Integer> free = new ArrayList<>();
    for (int p = 0; p < worth.length; p++) {
      if (!supporters.get(p).isEmpty() && election.cost(p) <= election.budgetUnits()) {
        (election.cost(p) == 0 ? free : open).add(p);
      }
    }
    if (overcrowded(free)) {
      free.sort(order);
    }
    for (int p : free) {
      if (!overcrowded(with(bought, p))) {
        bought.add(p);
      }
    }
    while (true) {
      open.removeIf(p -> overcrowded(with(bought, p)));
      int best = -1;
      Price bestPrice = null;
      for (int p : open) {
        Price price = price(p);
        if (price != null) {
          int compared = bestPrice == null ? -1 : perWorth(price, p).compare(perWorth(bestPrice, best));
          if (compared < 0 || compared == 0 && order.compare(p, best) < 0) {
            best = p;
            bestPrice = price;
          }
        }
      }
      if (bestPrice == null) {
        return bought;
      }
      pay(best, bestPrice);
      bought.add(best);
      open.remove((Integer) best);
    }
  }

  /** What more money could still bring beside those bought: somebody names it, the budget and the site have room for it. */
  private List<Integer> waiting(List<Integer> bought) {
    return IntStream.range(0, worth.length).boxed().filter(p -> !bought.contains(p) && !supporters.get(p).isEmpty()
        && election.cost(p) <= election.budgetUnits() && !overcrowded(with(bought, p))).toList();
  }

  private static List<Integer> with(List<Integer> bought, int p) {
    List<Integer> more = new ArrayList<>(bought);
    more.add(p);
    return more;
  }

  private boolean overcrowded(List<Integer> built) {
    return election.site().stream().anyMatch(limit ->
        built.stream().map(limit::use).reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(limit.limit()) > 0);
  }

  private Price perWorth(Price price, int p) {
    return new Price(price.numerator, price.denominator.multiply(worth[p]));
  }

  /** Whole numbers over the denominator, per unit of weight; null when the supporters have too little. */
  private @Nullable Price price(int p) {
    List<Holding> poorestFirst = new ArrayList<>(supporters.get(p));
    poorestFirst.sort((one, other) -> money[one.ballot].multiply(other.weight).compareTo(money[other.ballot].multiply(one.weight)));
    BigInteger rest = BigInteger.valueOf(election.cost(p)).multiply(denominator);
    BigInteger weight = poorestFirst.stream().map(Holding::weight).reduce(BigInteger.ZERO, BigInteger::add);
    for (Holding holding : poorestFirst) {
      // Everyone left pays rest ÷ weight per unit, if the poorest of them can.
      if (money[holding.ballot].multiply(weight).compareTo(rest.multiply(holding.weight)) >= 0) {
        return new Price(rest, weight);
      }
      rest = rest.subtract(money[holding.ballot]);
      weight = weight.subtract(holding.weight);
    }
    return null;
  }

  private void pay(int p, Price price) {
    BigInteger common = price.numerator.gcd(price.denominator);
    BigInteger stretch = price.denominator.divide(common);
    BigInteger per = price.numerator.divide(common);
    for (int b = 0; b < money.length; b++) {
      money[b] = money[b].multiply(stretch);
    }
    denominator = denominator.multiply(stretch);
    for (Holding holding : supporters.get(p)) {
      money[holding.ballot] = money[holding.ballot].subtract(per.multiply(holding.weight)).max(BigInteger.ZERO);
    }
  }
}
