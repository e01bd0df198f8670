package org.xingfuli.engine.triage;

import java.util.Arrays;

/**
 * The margin below which a model refuses, found on rows that the models asked had not learnt from.
 *
 * @param wanted precision asked for
 * @param margin least lead of the first class over the second that is suggested
 * @param rows so many rows were judged
 * @param precision of those at or above the margin
 * @param rejectedShare share of the rows below it
 */
public record Calibration(double wanted, double margin, int rows, double precision, double rejectedShare) {

  static Calibration none(double wanted) {
    return new Calibration(wanted, 0, 0, Double.NaN, 0);
  }

  /** @param margins of the rows judged; {@code right} tells for each whether its first class was the right one */
  static Calibration of(double wanted, double[] margins, boolean[] right) {
    Integer[] order = new Integer[margins.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(margins[b], margins[a]));
    // Where even the surest are not sure enough, everything goes to a person.
    double margin = Double.POSITIVE_INFINITY;
    double precision = 1;
    int taken = 0;
    int good = 0;
    for (int k = 0; k < order.length; k++) {
      good += right[order[k]] ? 1 : 0;
      boolean last = k + 1 == order.length || margins[order[k + 1]] < margins[order[k]];
      if (last && good >= wanted * (k + 1)) {
        taken = k + 1;
        precision = (double) good / taken;
        margin = margins[order[k]];
      }
    }
    double rejected = order.length == 0 ? 0 : 1 - (double) taken / order.length;
    return new Calibration(wanted, margin, order.length, precision, rejected);
  }
}
