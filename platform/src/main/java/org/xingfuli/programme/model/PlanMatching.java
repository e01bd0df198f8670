package org.xingfuli.programme.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.plans.model.Activity;

/**
 * Which of our activities somebody else's may be: by our code where it was kept, else by the likest name. Only a
 * suggestion; a person says what is what. None of ours is suggested twice.
 */
public final class PlanMatching {

  /** Names less alike than this are not the same work. */
  private static final double ALIKE = 0.5;

  private PlanMatching() {}

  private record Pair(int theirs, TemplateActivity ours, double alike) {}

  /** Codes of ours by the place of theirs in the list; nothing where nothing is like it. */
  public static List<@Nullable String> codes(List<Activity> theirs, List<TemplateActivity> ours) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < theirs.size(); i++) {
      for (var activity : ours) {
        double alike = alike(theirs.get(i), activity);
        if (alike >= ALIKE) {
          pairs.add(new Pair(i, activity, alike));
        }
      }
    }
    pairs.sort((one, other) -> Double.compare(other.alike(), one.alike()));
    var found = new HashMap<Integer, String>();
    var taken = new HashSet<String>();
    for (var pair : pairs) {
      if (!found.containsKey(pair.theirs()) && taken.add(pair.ours().code())) {
        found.put(pair.theirs(), pair.ours().code());
      }
    }
    var codes = new ArrayList<@Nullable String>();
    for (int i = 0; i < theirs.size(); i++) {
      codes.add(found.get(i));
    }
    return codes;
  }

  private static double alike(Activity theirs, TemplateActivity ours) {
    var code = ours.code();
    if (theirs.id().equals(code) || theirs.id().endsWith("-" + code) || theirs.wbs().equals(code)) {
      return 2;
    }
    if (theirs.name().startsWith(code + " ")) {
      return 1.9;
    }
    double best = 0;
    for (var name : List.of(ours.name().zh(), ours.shortName().zh(), ours.name().en(), ours.shortName().en())) {
      best = Math.max(best, dice(tidy(theirs.name()), tidy(name)));
    }
    return best;
  }

  private static String tidy(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}、，。（）·]+", "");
  }

  /** Share of pairs of letters two names have in common, 1 for the same. */
  private static double dice(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    if (one.equals(other)) {
      return 1.5;
    }
    var left = bigrams(one);
    var right = bigrams(other);
    int common = 0;
    for (var pair : left.keySet()) {
      common += Math.min(left.getOrDefault(pair, 0), right.getOrDefault(pair, 0));
    }
    return 2.0 * common / Math.max(1, one.length() + other.length() - 2);
  }

  private static Map<String, Integer> bigrams(String text) {
    var pairs = new HashMap<String, Integer>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
    }
    return pairs;
  }

  /** Names of crews of ours that theirs may be, by their code. */
  public static Map<String, String> crews(List<org.xingfuli.exchange.plans.model.Programme.Pool> theirs, List<Crew> ours) {
    var found = new HashMap<String, String>();
    for (var pool : theirs) {
      Crew best = null;
      double most = ALIKE;
      for (var crew : ours) {
        double alike = pool.code().equals(crew.code()) || pool.code().startsWith(crew.code() + "@") ? 2
            : Math.max(dice(tidy(pool.name()), tidy(crew.name().zh())), dice(tidy(pool.name()), tidy(crew.name().en())));
        if (alike >= most) {
          most = alike;
          best = crew;
        }
      }
      if (best != null) {
        found.put(pool.code(), best.code());
      }
    }
    return found;
  }
}
