package org.xingfuli.utilities.model;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;

/**
 * Finds everything that is wrong with an edit of the rules, of a service, of a day of examinations or of an activity that waits,
 * all at once.
 */
public final class RuleCheck {

  private static final int MOST_SOURCE = 200;
  private static final int MOST_NAME = 40;
  private static final int MOST_HOTLINE = 30;
  private static final int MOST_ANSWER_DAYS = 60;
  private static final int MOST_WINDOWS = 200;

  private RuleCheck() {}

  /**
   * @param wanted the rows as they shall be, in the order of the request
   * @param now all rows as they are
   */
  public static List<Refusal> rules(List<Rules.Row> wanted, List<Rules.Row> now) {
    var faults = new ArrayList<Refusal>();
    var values = new HashMap<String, String>();
    now.forEach(row -> values.put(row.code(), row.value()));
    var places = new HashMap<String, String>();
    for (int n = 0; n < wanted.size(); n++) {
      var row = wanted.get(n);
      var code = RuleCode.of(row.code());
      if (code.isEmpty() || places.containsKey(row.code())) {
        faults.add(Refusal.of("utilities.rule-unknown", Map.of("value", row.code(), "pointer", "/rules/" + n + "/code")));
        continue;
      }
      places.put(row.code(), "/rules/" + n + "/value");
      faults.addAll(code.get().faults(row.value(), "/rules/" + n + "/value"));
      faults.addAll(source(row.source(), "/rules/" + n + "/source"));
      values.put(row.code(), row.value());
    }
    hours(values, places).ifPresent(faults::add);
    return faults;
  }

  private static Optional<Refusal> hours(Map<String, String> values, Map<String, String> places) {
    var from = values.get(RuleCode.EARLIEST.code());
    var to = values.get(RuleCode.LATEST.code());
    var at = places.getOrDefault(RuleCode.LATEST.code(), places.get(RuleCode.EARLIEST.code()));
    if (from == null || to == null || at == null || !RuleCode.EARLIEST.faults(from, at).isEmpty()
        || !RuleCode.LATEST.faults(to, at).isEmpty() || LocalTime.parse(from).isBefore(LocalTime.parse(to))) {
      return Optional.empty();
    }
    return Optional.of(Refusal.of("utilities.rule-hours-reversed", Map.of("from", from, "to", to, "pointer", at)));
  }

  /** What a service can serve: working days to answer in, windows a day and a week. */
  public static List<Refusal> service(int answerDays, int perDay, int perWeek, @Nullable String hotline, String source) {
    var faults = new ArrayList<Refusal>();
    number(answerDays, MOST_ANSWER_DAYS, "/answerDays", faults);
    number(perDay, MOST_WINDOWS, "/perDay", faults);
    number(perWeek, MOST_WINDOWS, "/perWeek", faults);
    if (perWeek >= 1 && perDay > perWeek) {
      faults.add(Refusal.of("utilities.week-below-day",
          Map.of("perDay", perDay, "perWeek", perWeek, "pointer", "/perWeek")));
    }
    if (hotline != null && (hotline.length() > MOST_HOTLINE || !hotline.matches("[0-9+()（）,，、 /-]*"))) {
      faults.add(Refusal.of("utilities.hotline", Map.of("value", hotline, "most", MOST_HOTLINE, "pointer", "/hotline")));
    }
    faults.addAll(source(source, "/source"));
    return faults;
  }

  public static List<Refusal> examDay(String name, String source) {
    var faults = new ArrayList<Refusal>();
    if (name.isBlank() || name.length() > MOST_NAME) {
      faults.add(Refusal.of("utilities.exam-name", Map.of("value", name, "most", MOST_NAME, "pointer", "/name")));
    }
    faults.addAll(source(source, "/source"));
    return faults;
  }

  /** @param known the codes of all templates */
  public static List<Refusal> waiting(String activityCode, String source, Set<String> known) {
    var faults = new ArrayList<Refusal>();
    if (!known.contains(activityCode)) {
      faults.add(Refusal.of("utilities.waiting-unknown", Map.of("value", activityCode, "pointer", "/activityCode")));
    }
    faults.addAll(source(source, "/source"));
    return faults;
  }

  private static void number(int value, int most, String at, List<Refusal> faults) {
    if (value < 1 || value > most) {
      faults.add(Refusal.of("utilities.rule-number", Map.of("value", value, "least", 1, "most", most, "pointer", at)));
    }
  }

  private static List<Refusal> source(String source, String at) {
    return source.length() <= MOST_SOURCE ? List.of()
        : List.of(Refusal.of("utilities.rule-source", Map.of("length", source.length(), "most", MOST_SOURCE, "pointer", at)));
  }
}
