package org.xingfuli.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.xingfuli.engine.triage.Labelled;
import org.xingfuli.engine.triage.Suggestion;
import org.xingfuli.engine.triage.TrainedModel;

/** Suggestions held against what is right: F1 by class and their mean over the classes, accuracy, and what the refusals leave. */
final class Scores {

  private final Map<String, int[]> byClass = new TreeMap<>(); // right, suggested, there
  private int rows;
  private int right;
  private int kept;
  private int keptRight;

  static Scores of(TrainedModel model, List<Labelled> rows) {
    Scores scores = new Scores();
    for (Labelled row : rows) {
      scores.add(row.classCode(), model.suggest(row.message()));
    }
    return scores;
  }

  void add(String truth, Suggestion suggestion) {
    String first = suggestion.classes().isEmpty() ? "" : suggestion.classes().getFirst().code();
    boolean ok = first.equals(truth);
    rows++;
    right += ok ? 1 : 0;
    kept += suggestion.refused() ? 0 : 1;
    keptRight += ok && !suggestion.refused() ? 1 : 0;
    byClass.computeIfAbsent(truth, code -> new int[3])[2]++;
    if (!first.isEmpty()) {
      byClass.computeIfAbsent(first, code -> new int[3])[1]++;
    }
    if (ok) {
      byClass.computeIfAbsent(truth, code -> new int[3])[0]++;
    }
  }

  int rows() {
    return rows;
  }

  double accuracy() {
    return share(right, rows);
  }

  /** Mean over the classes that stand in the file; one that the model does not know counts 0. */
  double macroF1() {
    return byClass.values().stream().filter(each -> each[2] > 0).mapToDouble(Scores::f1).average().orElse(0);
  }

  private static double f1(int[] each) {
    return share(2 * each[0], each[1] + each[2]);
  }

  double rejectedShare() {
    return share(rows - kept, rows);
  }

  /** Of what was not refused. */
  double keptPrecision() {
    return share(keptRight, kept);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** {@code [{"class", "rows", "precision", "recall", "f1"}]}. */
  String classesJson() {
    List<String> rows = new ArrayList<>();
    byClass.forEach((code, each) -> rows.add("{\"class\":" + JsonLine.quoted(code) + String.format(Locale.ROOT,
        ",\"rows\":%d,\"precision\":%.4f,\"recall\":%.4f,\"f1\":%.4f}", each[2], share(each[0], each[1]), share(each[0], each[2]),
        f1(each))));
    return "[" + String.join(",", rows) + "]";
  }
}
