package org.xingfuli.engine.scheduling.risk;

/**
 * How far durations are from the plan: a log-normal factor, told by what nine of ten are above and nine of ten are below.
 * Its median is the geometric mean of the two, so −10 % and +30 % also say that work takes 8 % longer as a rule.
 *
 * @param low the tenth percentile of the factor, above 0
 * @param high the ninetieth, at least {@code low}
 */
public record Spread(double low, double high) {

  /** Exactly as planned. */
  public static final Spread NONE = new Spread(1, 1);

  private static final double NINETIETH = 1.2815515655446004;
  private static final int STEPS = 1 << 10;

  public Spread {
    if (!(low > 0 && low <= high && high < 100)) {
      throw new IllegalArgumentException(low + " to " + high + ". Maybe: percent were given where a factor is asked");
    }
  }

  /** By the standard deviation of the factor's logarithm around a median of 1. */
  public static Spread around(double deviation) {
    double high = StrictMath.exp(NINETIETH * deviation);
    return new Spread(1 / high, high);
  }

  /** Standard deviation of the factor's logarithm. */
  public double deviation() {
    return (StrictMath.log(high) - StrictMath.log(low)) / (2 * NINETIETH);
  }

  public double median() {
    return StrictMath.sqrt(low * high);
  }

  /** The factor that a share of all factors is below. */
  public double quantile(double share) {
    return low == high ? low : StrictMath.exp(StrictMath.log(median()) + deviation() * normal(share));
  }

  /** {@link #STEPS} equally likely factors: one is picked by ten random bits, which is faster than a logarithm. */
  double[] table() {
    double[] table = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      table[step] = quantile((step + 0.5) / STEPS);
    }
    return table;
  }

  static int step(long bits) {
    return (int) (bits >>> 54);
  }

  /** Quantile of the normal distribution by Acklam's rational approximation, relative error below 1.2e-9. */
  private static double normal(double share) {
    if (share > 0.5) {
      return -normal(1 - share);
    }
    if (share < 0.02425) {
      double q = StrictMath.sqrt(-2 * StrictMath.log(share));
      return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
          - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00)
          / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
          + 3.754408661907416e+00) * q + 1);
    }
    double q = share - 0.5;
    double r = q * q;
    return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
        + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00) * q
        / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
        + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1);
  }
}
