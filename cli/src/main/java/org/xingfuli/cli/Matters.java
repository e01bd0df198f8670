package org.xingfuli.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xingfuli.engine.triage.Message;

/**
 * Groups of messages held against matters that titles name: of each matter the group with the best F counts, then precision,
 * recall and F are averaged over the matters.
 *
 * @param each a line for every matter
 */
record Matters(double precision, double recall, double f1, List<String> each) {

  static Matters of(List<String> names, List<Message> messages, List<Set<String>> groups) {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    List<String> each = new ArrayList<>();
    for (String name : names) {
      Set<String> truth = new HashSet<>();
      messages.stream().filter(message -> message.title().replaceAll("\\s", "").contains(name)).forEach(message -> truth.add(message.id()));
      double[] best = {0, 0, 0, 0};
      for (Set<String> group : groups) {
        double both = group.stream().filter(truth::contains).count();
        double f = 2 * both / (group.size() + truth.size());
        if (f > best[2]) {
          best = new double[] {both / group.size(), both / truth.size(), f, group.size()};
        }
      }
      precision += best[0] / names.size();
      recall += best[1] / names.size();
      f1 += best[2] / names.size();
      each.add(String.format(Locale.ROOT, "%s: %d titles, group of %.0f: P %.2f, R %.2f, F %.2f", name, truth.size(), best[3], best[0],
          best[1], best[2]));
    }
    return new Matters(precision, recall, f1, each);
  }
}
