package org.xingfuli.appeal.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.Refusal;

/** Finds everything that is wrong with a rule of what explains appeals, or of the re-check, all at once. */
public final class AppealRuleCheck {

  private static final int MOST_SOURCE = 200;
  private static final int MOST_WHAT = 40;
  /** The third day after an outage nobody calls about it any more, and the works that run are asked of two days back. */
  private static final int MOST_HOURS = 48;
  private static final int MOST_SHARE = 100;
  private static final int MOST_LEAST = 100;
  private static final int MOST_DAYS = 366;

  private AppealRuleCheck() {}

  /** @param activities the codes of all activities that yearly templates hold */
  public static List<Refusal> explaining(ExplainingRule wanted, Collection<String> activities) {
    var rule = wanted.rule();
    var faults = new ArrayList<Refusal>();
    if (!Classes.known(rule.classCode())) {
      faults.add(Refusal.of("appeal.no-such-class", Map.of("class", rule.classCode(), "pointer", "/classCode")));
    }
    if (rule.what().isEmpty() || rule.what().size() > MOST_WHAT) {
      faults.add(Refusal.of("appeal.explaining-nothing", Map.of("count", rule.what().size(), "most", MOST_WHAT, "pointer", "/what")));
    }
    for (int n = 0; n < rule.what().size(); n++) {
      what(rule.kind(), rule.what().get(n), activities, "/what/" + n, faults);
    }
    number(rule.hoursAfter(), 0, MOST_HOURS, "/hoursAfter", faults);
    source(wanted.source(), faults);
    return faults;
  }

  private static void what(AnnouncementKind kind, String what, Collection<String> activities, String at, List<Refusal> faults) {
    if (kind == AnnouncementKind.OUTAGE && List.of(UtilityService.values()).stream().noneMatch(one -> one.name().equals(what))) {
      faults.add(Refusal.of("appeal.explaining-service", Map.of("value", what, "pointer", at)));
    }
    if (kind == AnnouncementKind.WORKS && (what.isEmpty() || activities.stream().noneMatch(code -> code.startsWith(what)))) {
      faults.add(Refusal.of("appeal.explaining-works", Map.of("value", what, "pointer", at)));
    }
  }

  public static List<Refusal> recheck(RecheckRule wanted) {
    var faults = new ArrayList<Refusal>();
    number(wanted.share(), 1, MOST_SHARE, "/share", faults);
    number(wanted.least(), 0, MOST_LEAST, "/least", faults);
    number(wanted.days(), 1, MOST_DAYS, "/days", faults);
    source(wanted.source(), faults);
    return faults;
  }

  private static void number(int value, int least, int most, String at, List<Refusal> faults) {
    if (value < least || value > most) {
      faults.add(Refusal.of("appeal.rule-number", Map.of("value", value, "least", least, "most", most, "pointer", at)));
    }
  }

  private static void source(String source, List<Refusal> faults) {
    if (source.isBlank() || source.length() > MOST_SOURCE) {
      faults.add(Refusal.of("appeal.rule-source", Map.of("length", source.length(), "most", MOST_SOURCE, "pointer", "/source")));
    }
  }
}
