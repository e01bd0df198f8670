package org.xingfuli.utilities.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.utilities.RequestKind;

/** Finds everything that is wrong with a window by itself; what others have planned is asked elsewhere. */
public final class WindowCheck {

  private static final int MOST_DAYS = 180;

  private WindowCheck() {}

  /**
   * @param holidays names the statutory holiday of a day
   * @param at JSON pointer of the window
   */
  public static List<Refusal> faults(RequestKind kind, Window window, Rules rules, LocalDate today,
      Function<LocalDate, Optional<String>> holidays, String at) {
    var refusals = new ArrayList<Refusal>();
    if (window.lastDay().isBefore(window.firstDay()) || window.firstDay().plusDays(MOST_DAYS).isBefore(window.lastDay())) {
      refusals.add(Refusal.of("utilities.window-reversed", Map.of("pointer", at + "/lastDay", "most", MOST_DAYS)));
      return refusals;
    }
    if (!window.from().isBefore(window.to())) {
      refusals.add(Refusal.of("utilities.hours-reversed", Map.of("pointer", at + "/to")));
    }
    if (window.firstDay().isBefore(today.plusDays(rules.leadDays()))) {
      refusals.add(Refusal.of("utilities.too-soon", Map.of("pointer", at + "/firstDay", "days", rules.leadDays(),
          "earliest", today.plusDays(rules.leadDays()).toString())));
    }
    refusals.addAll(standing(kind, window, rules, holidays, at));
    return refusals;
  }

  /**
   * What stands against a window whenever it is looked at: how long ago it was asked for and what is past do not count, so a
   * window that was agreed under other rules can be held against today's.
   */
  public static List<Refusal> standing(RequestKind kind, Window window, Rules rules,
      Function<LocalDate, Optional<String>> holidays, String at) {
    var refusals = new ArrayList<Refusal>();
    if (kind == RequestKind.OUTAGE) {
      outage(window, rules, holidays, at, refusals);
    }
    return refusals;
  }

  private static void outage(Window window, Rules rules, Function<LocalDate, Optional<String>> holidays, String at,
      List<Refusal> refusals) {
    if (window.days().size() > rules.mostDays()) {
      refusals.add(Refusal.of("utilities.too-long", Map.of("pointer", at + "/lastDay", "most", rules.mostDays())));
    }
    if (window.from().isBefore(rules.earliest()) || window.to().isAfter(rules.latest())) {
      refusals.add(Refusal.of("utilities.at-night", Map.of("pointer", at + "/from", "earliest",
          rules.earliest().toString(), "latest", rules.latest().toString())));
    }
    for (var day : window.days()) {
      var exam = rules.examDays().get(day);
      if (exam != null && !rules.onExamDays()) {
        refusals.add(closed("utilities.exam-day", at, day, exam));
      }
      holidays.apply(day).filter(name -> !rules.onHolidays()).ifPresent(name ->
          refusals.add(closed("utilities.holiday", at, day, name)));
    }
  }

  private static Refusal closed(String code, String at, LocalDate day, String name) {
    return Refusal.of(code, Map.of("pointer", at + "/firstDay", "day", day.toString(), "name", name));
  }
}
