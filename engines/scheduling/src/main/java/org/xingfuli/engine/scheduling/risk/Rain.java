package org.xingfuli.engine.scheduling.risk;

/**
 * Wet and dry days as a chain of two states, with the season in it. The share of wet days is kept whatever the length of
 * spells: a day after a dry one is wet with just the probability that makes it so.
 *
 * @param wet probability by period that it is wet; periods after the last are dry
 * @param stay probability by period that it is wet when the period before was; at least {@code wet}, or spells would be
 *     shorter than by pure chance
 */
public record Rain(double[] wet, double[] stay) {

  public Rain {
    if (wet.length != stay.length) {
      throw new IllegalArgumentException(wet.length + " and " + stay.length + " periods");
    }
    for (int t = 0; t < wet.length; t++) {
      if (!(wet[t] >= 0 && wet[t] <= 1 && stay[t] >= 0 && stay[t] <= 1)) {
        throw new IllegalArgumentException("period " + t + ": wet " + wet[t] + ", stays " + stay[t] + ". Maybe: shares are from 0 to 1");
      }
    }
    wet = wet.clone();
    stay = stay.clone();
  }

  public static Rain never() {
    return new Rain(new double[0], new double[0]);
  }

  /** @param spell mean number of days of a wet spell, at least 1 */
  public static double stay(double wet, double spell) {
    return Math.max(wet, 1 - 1 / Math.max(1, spell));
  }

  int periods() {
    return wet.length;
  }

  /** Probability that a period is wet after a dry one. */
  double enter(int period) {
    double before = wet[period - 1];
    return before >= 1 ? wet[period] : Math.clamp((wet[period] - before * stay[period]) / (1 - before), 0, 1);
  }
}
