package org.xingfuli.engine.triage;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Learns classes from labelled messages: one linear support vector machine a class (L2 loss, dual coordinate descent) on weighted
 * n-grams, see {@link Grams} and decision 0044. Rows are put into an order of their own first, so that the caller's does not
 * matter; a clerk's row stands in the sum of losses as often as it counts, which is what a weight on its loss is.
 */
public final class Classifier {

  private static final double TOLERANCE = 0.05;
  private static final int ITERATIONS = 300;

  /** Weights a model may have: 400 MB of them while it is solved. Of many classes the rarest n-grams are left out. */
  private static final int MOST_WEIGHTS = 50_000_000;

  private final List<Labelled> rows;
  private final TrainingOptions options;
  private final String[] classes;
  private final int[] labels;
  private Feature[][] features = new Feature[0][];
  private int dimensions;

  private Classifier(List<Labelled> given, TrainingOptions options) {
    this.options = options;
    rows = new ArrayList<>(given);
    rows.sort(Comparator.comparing(Labelled::classCode).thenComparing(row -> row.message().text())
        .thenComparing(row -> row.message().title()).thenComparing(Labelled::source));
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(row.classCode(), 1, Integer::sum));
    classes = counts.keySet().toArray(new String[0]);
    labels = rows.stream().mapToInt(row -> Arrays.binarySearch(classes, row.classCode())).toArray();
  }

  /**
   * @throws Refused when there are no rows, only one class, or rows without any text
   */
  public static TrainedModel train(List<Labelled> rows, TrainingOptions options) {
    Classifier classifier = new Classifier(rows, options);
    Refused.ifAny(classifier.faults());
    return classifier.learn();
  }

  private List<Refusal> faults() {
    List<Refusal> faults = new ArrayList<>();
    if (classes.length < 2) {
      faults.add(Refusal.of("triage.one-class", Map.of("rows", rows.size(), "classes", classes.length)));
    }
    for (Labelled row : rows) {
      if (row.message().title().isBlank() && row.message().text().isBlank()) {
        faults.add(Refusal.of("triage.row-without-text", Map.of("id", row.message().id(), "class", row.classCode())));
      }
    }
    return faults;
  }

  private TrainedModel learn() {
    Vectors vectors = Vectors.of(rows.stream().map(Labelled::message).toList(), MOST_WEIGHTS / classes.length);
    dimensions = vectors.size();
    features = new Feature[rows.size()][];
    for (int r = 0; r < features.length; r++) {
      features[r] = nodes(vectors.of(Grams.parts(rows.get(r).message())));
    }
    Calibration calibration = calibrate();
    int[] all = new int[rows.size()];
    Arrays.setAll(all, r -> r);
    return new TrainedModel(classes, vectors, solve(all), calibration, rows.size());
  }

  private static Feature[] nodes(Vectors.Vector vector) {
    Feature[] nodes = new Feature[vector.dimensions().length];
    for (int k = 0; k < nodes.length; k++) {
      nodes[k] = new FeatureNode(vector.dimensions()[k] + 1, vector.values()[k]);
    }
    return nodes;
  }

  /** Each fold is judged by a model of the others. */
  private Calibration calibrate() {
    if (options.folds() == 0) {
      return Calibration.none(options.precision());
    }
    int[] fold = folds();
    double[] margins = new double[rows.size()];
    boolean[] right = new boolean[rows.size()];
    boolean[] judged = new boolean[rows.size()];
    for (int f = 0; f < options.folds(); f++) {
      int own = f;
      int[] others = IntStream.range(0, fold.length).filter(r -> fold[r] != own).toArray();
      if (Arrays.stream(others).map(r -> labels[r]).distinct().count() < 2) {
        continue;
      }
      float[][] weights = solve(others);
      boolean[] learnt = new boolean[classes.length];
      Arrays.stream(others).forEach(r -> learnt[labels[r]] = true);
      for (int r = 0; r < fold.length; r++) {
        if (fold[r] == f) {
          double[] scores = scores(weights, learnt, features[r]);
          int best = TrainedModel.best(scores, -1);
          margins[r] = scores[best] - scores[TrainedModel.best(scores, best)];
          right[r] = best == labels[r];
          judged[r] = true;
        }
      }
    }
    int[] told = IntStream.range(0, judged.length).filter(r -> judged[r]).toArray();
    double[] m = new double[told.length];
    boolean[] ok = new boolean[told.length];
    for (int k = 0; k < told.length; k++) {
      m[k] = margins[told[k]];
      ok[k] = right[told[k]];
    }
    return Calibration.of(options.precision(), m, ok);
  }

  /** Every class spread over the folds; the same message twice is in one fold, or it would judge itself. */
  private int[] folds() {
    Random random = new Random(options.seed());
    Map<String, Integer> ofText = new HashMap<>();
    int[] fold = new int[rows.size()];
    int from = 0;
    while (from < fold.length) {
      int to = from;
      List<Integer> same = new ArrayList<>();
      while (to < fold.length && labels[to] == labels[from]) {
        same.add(to++);
      }
      Collections.shuffle(same, random);
      for (int k = 0; k < same.size(); k++) {
        Message message = rows.get(same.get(k)).message();
        int next = k % options.folds();
        fold[same.get(k)] = ofText.computeIfAbsent(message.title() + "\n" + message.text(), text -> next);
      }
      from = to;
    }
    return fold;
  }

  /** A class that none of the other folds holds is never the best: nothing was learnt of it. */
  private static double[] scores(float[][] weights, boolean[] learnt, Feature[] row) {
    double[] scores = new double[weights.length];
    for (int c = 0; c < scores.length; c++) {
      scores[c] = learnt[c] ? 0 : Double.NEGATIVE_INFINITY;
    }
    for (Feature feature : row) {
      for (int c = 0; c < scores.length; c++) {
        scores[c] += weights[c][feature.getIndex() - 1] * feature.getValue();
      }
    }
    return scores;
  }

  /** Weights by class and dimension. */
  private float[][] solve(int[] chosen) {
    List<Feature[]> x = new ArrayList<>();
    List<Integer> y = new ArrayList<>();
    for (int r : chosen) {
      int times = rows.get(r).source() == Labelled.Source.CLERK && mixed() ? options.clerkWeight() : 1;
      for (int t = 0; t < times; t++) {
        x.add(features[r]);
        y.add(labels[r]);
      }
    }
    Problem problem = new Problem();
    problem.l = x.size();
    problem.n = dimensions;
    problem.bias = -1;
    problem.x = x.toArray(new Feature[0][]);
    problem.y = y.stream().mapToDouble(Integer::doubleValue).toArray();
    Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, options.cost(), TOLERANCE, ITERATIONS);
    parameter.setRandom(new Random(options.seed()));
    Linear.disableDebugOutput();
    return weights(Linear.train(problem, parameter));
  }

  /** Where all rows come from clerks, a weight of all would only change the cost. */
  private boolean mixed() {
    return rows.stream().anyMatch(row -> row.source() == Labelled.Source.RULES);
  }

  private float[][] weights(Model model) {
    float[][] weights = new float[classes.length][dimensions];
    double[] flat = model.getFeatureWeights();
    int[] order = model.getLabels();
    if (order.length == 2) {
      for (int d = 0; d < dimensions; d++) {
        weights[order[0]][d] = (float) flat[d];
        weights[order[1]][d] = (float) -flat[d];
      }
      return weights;
    }
    for (int k = 0; k < order.length; k++) {
      for (int d = 0; d < dimensions; d++) {
        weights[order[k]][d] = (float) flat[d * order.length + k];
      }
    }
    return weights;
  }
}
