package org.xingfuli.engine.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.xingfuli.engine.triage.Suggestion.Ranked;
import org.xingfuli.engine.triage.Suggestion.Reason;
import org.xingfuli.kernel.Refused;

/** What a classifier learnt. Immutable; the same rows, options and seed make the same model with the same version. */
public final class TrainedModel {

  private final String[] classes;
  private final Vectors vectors;
  private final float[][] weights;
  private final Calibration calibration;
  private final int rows;
  private final String version;

  TrainedModel(String[] classes, Vectors vectors, float[][] weights, Calibration calibration, int rows) {
    this.classes = classes;
    this.vectors = vectors;
    this.weights = weights;
    this.calibration = calibration;
    this.rows = rows;
    version = ModelFormat.hash(this).substring(0, 12);
  }

  /** @throws Refused {@code triage.model-damaged} when the stream holds no whole model of a format known here */
  public static TrainedModel read(InputStream stream) throws IOException {
    return ModelFormat.read(stream);
  }

  public void write(OutputStream stream) throws IOException {
    ModelFormat.write(this, stream);
  }

  /** First twelve letters of the SHA-256 over everything the model holds. */
  public String version() {
    return version;
  }

  /** Codes it can suggest, sorted. */
  public List<String> classes() {
    return List.of(classes);
  }

  public Calibration calibration() {
    return calibration;
  }

  /** Rows it learnt from. */
  public int rows() {
    return rows;
  }

  Vectors vectors() {
    return vectors;
  }

  float[][] weights() {
    return weights;
  }

  /** All classes by their score; the margin is the lead of the first over the second, refused below the calibrated one. */
  public Suggestion suggest(Message message) {
    Plain[] parts = Grams.parts(message);
    Vectors.Vector vector = vectors.of(parts);
    double[] scores = new double[classes.length];
    for (int k = 0; k < vector.values().length; k++) {
      for (int c = 0; c < scores.length; c++) {
        scores[c] += weights[c][vector.dimensions()[k]] * vector.values()[k];
      }
    }
    int best = best(scores, -1);
    double margin = scores[best] - scores[best(scores, best)];
    List<Reason> reasons = EmergencyWords.in(message);
    boolean emergency = !reasons.isEmpty();
    if (vector.values().length > 0) {
      reasons.addAll(Explanation.of(parts, vectors, vector, weights[best], classes[best]));
    }
    List<Ranked> ranked = new ArrayList<>();
    for (int c = 0; c < scores.length; c++) {
      ranked.add(new Ranked(classes[c], scores[c]));
    }
    ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.score()).thenComparing(Ranked::code));
    boolean unknown = vector.values().length == 0;
    return new Suggestion(ranked, unknown || margin < calibration.margin(), margin, emergency, reasons, "model:" + version);
  }

  /** Index of the greatest, the first of equals, without one. */
  static int best(double[] scores, int without) {
    int best = -1;
    for (int c = 0; c < scores.length; c++) {
      if (c != without && (best < 0 || scores[c] > scores[best])) {
        best = c;
      }
    }
    return best;
  }

  @Override
  public String toString() {
    return "model:" + version + " " + Arrays.toString(classes);
  }
}
