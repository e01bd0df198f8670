package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * How a classifier learns.
 *
 * @param cost C of the support vector machine: what an error costs against a wide margin
 * @param precision wanted of the suggestions that are not refused, in (0, 1]
 * @param folds parts the rows are cut into to find the margin: each is judged by a model of the others; 0: none is refused
 * @param clerkWeight times a row of a clerk counts, one of the rules counting once
 * @param seed of the folds and of the solver's order
 */
public record TrainingOptions(double cost, double precision, int folds, int clerkWeight, long seed) {

  private static final int MOST = 20;

  public TrainingOptions {
    List<Refusal> faults = new ArrayList<>();
    if (!(cost > 0) || !Double.isFinite(cost)) {
      faults.add(Refusal.of("triage.cost", Map.of("value", cost)));
    }
    if (!(precision > 0 && precision <= 1)) {
      faults.add(Refusal.of("triage.precision", Map.of("value", precision)));
    }
    if (folds < 0 || folds == 1 || folds > MOST) {
      faults.add(Refusal.of("triage.folds", Map.of("value", folds, "most", MOST)));
    }
    if (clerkWeight < 1 || clerkWeight > MOST) {
      faults.add(Refusal.of("triage.clerk-weight", Map.of("value", clerkWeight, "most", MOST)));
    }
    Refused.ifAny(faults);
  }

  /** C = 2, 0.95 of what is suggested shall be right, three folds, a clerk's word counts three times, seed 1. */
  public static TrainingOptions ordinary() {
    return new TrainingOptions(2, 0.95, 3, 3, 1);
  }

  public TrainingOptions withPrecision(double value) {
    return new TrainingOptions(cost, value, folds, clerkWeight, seed);
  }

  public TrainingOptions withSeed(long value) {
    return new TrainingOptions(cost, precision, folds, clerkWeight, value);
  }

  public TrainingOptions withFolds(int value) {
    return new TrainingOptions(cost, precision, value, clerkWeight, seed);
  }
}
