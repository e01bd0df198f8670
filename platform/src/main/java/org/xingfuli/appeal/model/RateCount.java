package org.xingfuli.appeal.model;

import java.util.EnumMap;
import java.util.Map;

/** How many cases stand where in one rate; whole numbers, so that rows add up to their total. */
public record RateCount(Map<RateStanding, Long> standings) {

  public RateCount {
    standings = Map.copyOf(standings);
  }

  public static RateCount none() {
    return new RateCount(Map.of());
  }

  public RateCount plus(RateStanding standing, long cases) {
    return plus(new RateCount(Map.of(standing, cases)));
  }

  public RateCount plus(RateCount other) {
    var sum = new EnumMap<RateStanding, Long>(RateStanding.class);
    sum.putAll(standings);
    other.standings.forEach((standing, cases) -> sum.merge(standing, cases, Long::sum));
    return new RateCount(sum);
  }

  public long on(RateStanding.Side side) {
    return standings.entrySet().stream().filter(entry -> entry.getKey().on(side)).mapToLong(Map.Entry::getValue).sum();
  }

  public long numerator() {
    return on(RateStanding.Side.NUMERATOR);
  }

  public long denominator() {
    return on(RateStanding.Side.DENOMINATOR);
  }

  public long excluded() {
    return on(RateStanding.Side.EXCLUDED);
  }
}
