package org.xingfuli.engine.consensus.budget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Fraction;

/**
 * What became of one project, and why.
 *
 * @param project its place in the election
 * @param votes ballots that name it with more than nothing
 * @param payers ballots that paid for it, where the rule knows payments; otherwise, of a project that was taken, those that name it
 * @param missing what it was short of, in the election's currency; 0 of a project that was taken or that nobody names, or for which
 *     only room is missing
 * @param site what of the site it was short of; empty unless {@link Fate#ABOVE_SITE} or {@link Fate#SITE_TAKEN}
 */
public record ProjectReceipt(int project, Fate fate, int votes, int payers, Fraction missing, List<SiteLack> site) {

  public ProjectReceipt {
    site = List.copyOf(site);
  }

  /** Why a project was taken or not; the words are the screens'. */
  public enum Fate {
    /** Taken. */
    TAKEN,
    /** No ballot names it, or none to which the utility makes it worth anything, such as the last place by Borda. */
    NOBODY_NAMES_IT,
    /** It costs more than the whole budget; missing is by how much. */
    ABOVE_BUDGET,
    /** It alone uses more of the site than there is. */
    ABOVE_SITE,
    /**
     * Those taken have left too little of the site for it, whatever money it had; missing is what it lacked of money besides, told as
     * of the fates below, and may be 0.
     */
    SITE_TAKEN,
    /** Equal shares: what its supporters had left does not reach the cost. */
    SUPPORTERS_SHORT,
    /** Equal shares raised: it would have come with the next unit, and the budget would have been overspent; missing as above. */
    NEXT_OVERSPENDS,
    /** Other rules: when its turn came the money left did not reach; missing is what it lacks of what is left at the end. */
    DID_NOT_FIT
  }

  /** Of every project of an election, in its order. */
  public static List<ProjectReceipt> of(Election election, Outcome outcome) {
    int[] votes = new int[election.projects().size()];
    boolean[] worthless = new boolean[votes.length];
    Arrays.fill(worthless, true);
    boolean byPlace = outcome.utility() == Utility.BORDA && outcome.rule() != BudgetRule.PHRAGMEN;
    for (int b = 0; b < election.ballots(); b++) {
      int[] choices = election.choices(b);
      long[] points = election.points(b);
      for (int k = 0; k < choices.length; k++) {
        votes[choices[k]] += points[k] > 0 ? 1 : 0;
        worthless[choices[k]] &= points[k] <= 0 || byPlace && k == choices.length - 1;
      }
    }
    Map<Integer, Purchase> taken = new HashMap<>();
    outcome.purchases().forEach(purchase -> taken.put(purchase.project(), purchase));
    List<ProjectReceipt> receipts = new ArrayList<>();
    for (int p = 0; p < votes.length; p++) {
      Purchase purchase = taken.get(p);
      List<SiteLack> lacks = purchase != null ? List.of() : SiteLack.of(election, outcome, p);
      Fate fate = purchase != null ? Fate.TAKEN : fate(election, outcome, p, worthless[p], lacks);
      receipts.add(new ProjectReceipt(p, fate, votes[p], purchase == null ? 0 : purchase.payers(), missing(election, outcome, p, fate),
          fate == Fate.ABOVE_SITE || fate == Fate.SITE_TAKEN ? lacks : List.of()));
    }
    return receipts;
  }

  private static Fate fate(Election election, Outcome outcome, int p, boolean worthless, List<SiteLack> lacks) {
    if (worthless) {
      return Fate.NOBODY_NAMES_IT;
    }
    if (election.projects().get(p).cost().compareTo(outcome.budget()) > 0) {
      return Fate.ABOVE_BUDGET;
    }
    if (!lacks.isEmpty()) {
      return lacks.stream().anyMatch(lack -> lack.by() < 0) ? Fate.ABOVE_SITE : Fate.SITE_TAKEN;
    }
    if (outcome.shares() == null) {
      return Fate.DID_NOT_FIT;
    }
    Completion completion = outcome.completion();
    return completion != null && completion.overspend().contains(p) ? Fate.NEXT_OVERSPENDS : Fate.SUPPORTERS_SHORT;
  }

  private static Fraction missing(Election election, Outcome outcome, int p, Fate fate) {
    Fraction cost = Fraction.of(election.projects().get(p).cost());
    Shares shares = outcome.shares();
    return switch (fate) {
      case TAKEN, NOBODY_NAMES_IT -> Fraction.NONE;
      case ABOVE_BUDGET -> cost.minus(Fraction.of(outcome.budget()));
      case SUPPORTERS_SHORT, NEXT_OVERSPENDS -> shares == null ? Fraction.NONE : shares.missing(p);
      case DID_NOT_FIT -> above(cost, outcome);
      case ABOVE_SITE, SITE_TAKEN -> shares == null ? above(cost, outcome) : notBelowNothing(shares.missing(p));
    };
  }

  /** What is left of the budget. */
  private static Fraction above(Fraction cost, Outcome outcome) {
    return notBelowNothing(cost.minus(Fraction.of(outcome.budget().subtract(outcome.cost()))));
  }

  private static Fraction notBelowNothing(Fraction money) {
    return money.isMoreThan(Fraction.NONE) ? money : Fraction.NONE;
  }
}
