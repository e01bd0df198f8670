package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xingfuli.kernel.Dice;

/** Elections drawn by dice: few different costs and few ballots, so that equals and exact edges are common. */
final class MadeUp {

  private MadeUp() {}

  static Election election(Dice dice, BallotKind kind) {
    int projects = dice.between(1, 8);
    int ballots = dice.between(1, 25);
    int step = dice.pick(List.of(1, 5, 10, 12));
    Election.Builder builder = new Election.Builder(BigDecimal.valueOf((long) dice.between(0, 30) * step), kind);
    for (int p = 0; p < projects; p++) {
      BigDecimal cost = BigDecimal.valueOf((long) dice.between(dice.oneIn(12) ? 0 : 1, 8) * step);
      builder.project(new Project("p" + p, "", dice.oneIn(10) ? cost.add(new BigDecimal("0.5")) : cost));
    }
    for (int b = 0; b < ballots; b++) {
      List<Integer> named = dice.shuffled(IntStream.range(0, projects).boxed().toList()).subList(0, dice.between(0, projects));
      long[] points = named.stream().mapToLong(p -> kind == BallotKind.CUMULATIVE ? dice.between(0, 4) : 1).toArray();
      builder.ballot("b" + b, named.stream().mapToInt(Integer::intValue).toArray(), points);
    }
    return builder.build();
  }

  /** The same on a site that is often too small: one or two limits, and sometimes options of which one can be built. */
  static Election crowded(Dice dice, Election election) {
    List<SiteLimit> limits = new ArrayList<>();
    int projects = election.projects().size();
    for (int l = 0; l < dice.between(1, 2); l++) {
      Map<Integer, BigDecimal> uses = new HashMap<>();
      IntStream.range(0, projects).filter(p -> dice.percent(60)).forEach(p -> uses.put(p, BigDecimal.valueOf(dice.between(0, 8), 1)));
      limits.add(new SiteLimit("site" + l, BigDecimal.valueOf(dice.between(0, 15), 1), uses));
    }
    if (dice.oneIn(2)) {
      limits.add(SiteLimit.atMostOne("options",
          dice.shuffled(IntStream.range(0, projects).boxed().toList()).subList(0, dice.between(0, projects)).toArray(Integer[]::new)));
    }
    return election.withSite(limits);
  }

  /** Cumulative ballots of 1 to a million points, a tenth of them only the one or the other; costs are primes. */
  static Election uneven(Dice dice, int ballots, int projects) {
    Election.Builder builder = new Election.Builder(BigDecimal.valueOf(dice.between(10_000L, 5_000_000L)), BallotKind.CUMULATIVE);
    for (int p = 0; p < projects; p++) {
      builder.project(new Project("p" + p, "", new BigDecimal(BigInteger.valueOf(dice.between(1_000L, 1_000_000L)).nextProbablePrime())));
    }
    for (int b = 0; b < ballots; b++) {
      List<Integer> named = dice.shuffled(IntStream.range(0, projects).boxed().toList()).subList(0, dice.between(0, projects));
      long[] points = named.stream().mapToLong(p -> dice.oneIn(10) ? dice.pick(List.of(1L, 1_000_000L)) : dice.between(1L, 1_000_000L)).toArray();
      builder.ballot("b" + b, named.stream().mapToInt(Integer::intValue).toArray(), points);
    }
    return builder.build();
  }

  /** The same election with its ballots in another order, each of them so many times. */
  static Election again(Election election, List<Integer> ballots, int times) {
    Election.Builder builder = new Election.Builder(election.budget(), election.kind());
    election.projects().forEach(builder::project);
    for (int t = 0; t < times; t++) {
      for (int b : ballots) {
        builder.ballot("again-" + t + "-" + b, election.choices(b), election.points(b));
      }
    }
    return builder.build();
  }

  static List<Integer> all(Election election) {
    return new ArrayList<>(IntStream.range(0, election.ballots()).boxed().toList());
  }

  static List<Utility> utilities(BallotKind kind) {
    return List.of(Utility.values()).stream().filter(utility -> utility.suits(kind)).toList();
  }
}
