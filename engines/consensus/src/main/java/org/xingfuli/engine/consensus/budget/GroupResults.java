package org.xingfuli.engine.consensus.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Fraction;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Who wins and who loses by an outcome, group by group. What a group got is told by money: of the cost of all projects its ballots name,
 * added up ballot by ballot, the part that is the cost of projects taken. A project named with no points is not asked for.
 *
 * @param groups in the order given
 */
public record GroupResults(List<GroupResult> groups) {

  public GroupResults {
    groups = List.copyOf(groups);
  }

  /**
   * What one group got.
   *
   * @param group as it was named
   * @param ballots of it
   * @param support how many of them name each project, by place
   * @param share cost of the projects taken that its ballots name ÷ cost of all they name, both summed over its ballots; null when they
   *     name nothing that costs
   * @param below ballots that got less than the threshold of what they asked for; those that name nothing that costs are not counted
   * @param difference share less the share by the other outcome; null where either has none
   */
  public record GroupResult(
      String group, int ballots, List<Integer> support, @Nullable Fraction share, int below, @Nullable Fraction difference) {

    public GroupResult {
      support = List.copyOf(support);
    }
  }

  /** The share of the group that got least; null when no group asked for anything that costs. */
  public @Nullable Fraction least() {
    return groups.stream().map(GroupResult::share).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
  }

  /**
   * An outcome as groups of ballots see it.
   *
   * @param groups places of ballots by name of the group; a ballot may be in none, or in several; twice in one counts once
   * @param threshold of {@link GroupResult#below}, such as 2/5
   * @param other to be compared with, such as another rule's
   * @throws Refused with {@code election.group-ballot} for ballots that are not there
   */
  public static GroupResults of(
      Election election, Map<String, List<Integer>> groups, Outcome outcome, Fraction threshold, @Nullable Outcome other) {
    Refused.ifAny(groups.entrySet().stream().flatMap(group -> group.getValue().stream()
        .filter(ballot -> ballot < 0 || ballot >= election.ballots())
        .map(ballot -> Refusal.of("election.group-ballot", Map.of("group", group.getKey(), "ballot", ballot)))).toList());
    List<GroupResult> results = new ArrayList<>();
    groups.forEach((name, ballots) -> {
      Set<Integer> own = new HashSet<>(ballots);
      Sums sums = new Sums(election, outcome, threshold);
      own.forEach(sums::add);
      Fraction share = sums.share();
      Fraction beside = null;
      if (other != null) {
        Sums others = new Sums(election, other, threshold);
        own.forEach(others::add);
        beside = others.share();
      }
      results.add(new GroupResult(name, own.size(), sums.support(), share, sums.below,
          share == null || beside == null ? null : share.minus(beside)));
    });
    return new GroupResults(results);
  }

  /** Adds up ballots. */
  private static final class Sums {
    private final Election election;
    private final Set<Integer> taken;
    private final Fraction threshold;
    private final int[] support;
    private BigInteger got = BigInteger.ZERO;
    private BigInteger asked = BigInteger.ZERO;
    private int below;

    Sums(Election election, Outcome outcome, Fraction threshold) {
      this.election = election;
      this.taken = new HashSet<>(outcome.winners());
      this.threshold = threshold;
      this.support = new int[election.projects().size()];
    }

    void add(int ballot) {
      int[] choices = election.choices(ballot);
      long[] points = election.points(ballot);
      // At most 1e15 units for each of some thousand projects: within a long.
      long ownGot = 0;
      long ownAsked = 0;
      for (int k = 0; k < choices.length; k++) {
        if (points[k] > 0) {
          support[choices[k]]++;
          ownAsked += election.cost(choices[k]);
          ownGot += taken.contains(choices[k]) ? election.cost(choices[k]) : 0;
        }
      }
      got = got.add(BigInteger.valueOf(ownGot));
      asked = asked.add(BigInteger.valueOf(ownAsked));
      below += ownAsked > 0 && !Fraction.of(ownGot, ownAsked).isAtLeast(threshold) ? 1 : 0;
    }

    List<Integer> support() {
      return Arrays.stream(support).boxed().toList();
    }

    @Nullable Fraction share() {
      return asked.signum() == 0 ? null : new Fraction(got, asked);
    }
  }
}
