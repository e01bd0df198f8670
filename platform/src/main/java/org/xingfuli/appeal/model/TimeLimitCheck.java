package org.xingfuli.appeal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.kernel.TimeLimit.Unit;

/** Finds everything that is wrong with a time limit and with all of them together, all at once. */
public final class TimeLimitCheck {

  private static final String CODE = "[A-Z][A-Z0-9_]*(\\.[A-Z0-9_]+)*";
  private static final int MOST_CODE = 60;
  private static final int MOST_SOURCE = 200;
  /** A year of minutes and a century of years are typing errors. */
  private static final Map<Unit, Integer> MOST = Map.of(Unit.MINUTES, 1440, Unit.HOURS, 720, Unit.CALENDAR_DAYS, 730,
      Unit.WORKING_DAYS, 250, Unit.MONTHS, 60, Unit.YEARS, 10);

  private TimeLimitCheck() {}

  /** What is wrong with one version by itself. */
  public static List<Refusal> alone(TimeLimitDraft draft) {
    var faults = new ArrayList<Refusal>();
    if (!draft.code().matches(CODE) || draft.code().length() > MOST_CODE) {
      faults.add(Refusal.of("appeal.time-limit-code",
          Map.of("value", draft.code(), "most", MOST_CODE, "pointer", "/code")));
    }
    amount(draft.amount(), draft.unit(), "/amount", faults);
    if (draft.mostExtension() != null) {
      amount(draft.mostExtension(), draft.unit(), "/mostExtension", faults);
    }
    warning(draft, faults);
    // An end on Sunday evening would roll past that of a longer limit on Monday morning.
    if (draft.unit().ofTheClock() && draft.roll() != TimeLimit.Roll.NONE) {
      faults.add(Refusal.of("appeal.time-limit-roll", Map.of("pointer", "/roll")));
    }
    faults.addAll(source(draft.source()));
    faults.addAll(period(draft.effectiveFrom(), draft.effectiveTo()));
    return faults;
  }

  public static List<Refusal> source(String source) {
    return !source.isBlank() && source.length() <= MOST_SOURCE ? List.of()
        : List.of(Refusal.of("appeal.time-limit-source",
            Map.of("length", source.length(), "most", MOST_SOURCE, "pointer", "/source")));
  }

  public static List<Refusal> period(LocalDate from, @Nullable LocalDate to) {
    return to == null || !to.isBefore(from) ? List.of()
        : List.of(Refusal.of("appeal.time-limit-period",
            Map.of("from", from.toString(), "to", to.toString(), "pointer", "/effectiveTo")));
  }

  private static void amount(int value, Unit unit, String at, List<Refusal> faults) {
    int most = MOST.getOrDefault(unit, Integer.MAX_VALUE);
    if (value < 1 || value > most) {
      faults.add(Refusal.of("appeal.time-limit-amount", Map.of("value", value, "least", 1, "most", most, "pointer", at)));
    }
  }

  /** A warning comes after the start, or everything would be late when it is created. */
  private static void warning(TimeLimitDraft draft, List<Refusal> faults) {
    var share = draft.warnShare();
    if (share != null && (share < 1 || share > 99)) {
      faults.add(Refusal.of("appeal.time-limit-warning-share", Map.of("value", share, "pointer", "/warnShare")));
    }
    var before = draft.warnBefore();
    if (before == null) {
      return;
    }
    var unit = draft.warnUnit() == null ? draft.unit() : draft.warnUnit();
    if (share != null) {
      faults.add(Refusal.of("appeal.time-limit-warned-twice", Map.of("pointer", "/warnShare")));
    } else if (!leads(unit, draft.unit())) {
      faults.add(Refusal.of("appeal.time-limit-warning-unit", Map.of("value", unit.name(), "pointer", "/warnUnit")));
    } else if (before < 1 || steps(before, unit) >= steps(draft.amount(), draft.unit())) {
      faults.add(Refusal.of("appeal.time-limit-warning",
          Map.of("value", before, "limit", draft.amount(), "pointer", "/warnBefore")));
    }
  }

  private static boolean leads(Unit lead, Unit limit) {
    return switch (limit) {
      case MINUTES, HOURS -> lead.ofTheClock();
      case CALENDAR_DAYS, WORKING_DAYS -> lead == limit;
      case MONTHS, YEARS -> lead == Unit.CALENDAR_DAYS;
    };
  }

  /** Minutes or days; a month has 28 of them at least. */
  private static long steps(long amount, Unit unit) {
    return amount * switch (unit) {
      case MINUTES, CALENDAR_DAYS, WORKING_DAYS -> 1;
      case HOURS -> 60;
      case MONTHS -> 28;
      case YEARS -> 365;
    };
  }

  /** What is wrong with all versions together. */
  public static List<Refusal> together(List<TimeLimitRule> rules) {
    var faults = new ArrayList<Refusal>();
    var codes = rules.stream().collect(Collectors.groupingBy(TimeLimitRule::code, TreeMap::new, Collectors.toList()));
    codes.values().forEach(versions -> {
      versions.forEach(version -> faults.addAll(period(version.effectiveFrom(), version.effectiveTo())));
      var ordered = versions.stream().sorted(Comparator.comparingInt(TimeLimitRule::version)).toList();
      for (int n = 1; n < ordered.size(); n++) {
        follows(ordered.get(n - 1), ordered.get(n), faults);
      }
    });
    var ordered = codes.values().stream().flatMap(List::stream).toList();
    for (int n = 0; n < ordered.size(); n++) {
      for (var other : ordered.subList(n + 1, ordered.size())) {
        if (ordered.get(n).contests(other)) {
          faults.add(Refusal.of("appeal.time-limit-contested", Map.of("one", name(ordered.get(n)), "other", name(other),
              "pointer", "/code")));
        }
      }
    }
    return faults;
  }

  private static void follows(TimeLimitRule before, TimeLimitRule after, List<Refusal> faults) {
    var last = before.effectiveTo();
    var values = Map.<String, Object>of("before", name(before), "after", name(after), "to", last == null ? "…" : last.toString(),
        "from", after.effectiveFrom().toString(), "pointer", "/effectiveFrom");
    if (before.version() == after.version()) {
      faults.add(Refusal.of("appeal.time-limit-twice", Map.of("version", name(after), "pointer", "/code")));
    } else if (last == null || !after.effectiveFrom().isAfter(last)) {
      faults.add(Refusal.of("appeal.time-limit-overlap", values));
    } else if (after.effectiveFrom().isAfter(last.plusDays(1))) {
      faults.add(Refusal.of("appeal.time-limit-gap", values));
    }
  }

  private static String name(TimeLimitRule rule) {
    return rule.code() + " v" + rule.version();
  }
}
