package org.xingfuli.appeal.web;

import java.util.List;
import java.util.Map;
import org.xingfuli.appeal.model.AnnouncementKind;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.ExplainingRule;
import org.xingfuli.appeal.model.RecheckRule;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.identity.Words;

/**
 * The rules of appeals that are not time limits.
 *
 * @param activities those that may be named, of all yearly templates
 */
record AppealRuleView(List<ExplainingRuleView> explaining, RecheckRuleView recheck, List<RuleActivity> activities) {

  /**
   * What may explain the appeals of a class.
   *
   * @param below whether it holds for the classes below it too
   * @param hoursAfter so many hours after the end people still call about it
   * @param version to name when it is changed
   */
  record ExplainingRuleView(String classCode, Words name, AnnouncementKind kind, boolean below, List<ExplainingWhat> what,
      int hoursAfter, String source, boolean unconfirmed, int version) {}

  /**
   * One thing that may be announced.
   *
   * @param code a service, or how the codes of activities begin
   * @param names of the service, or of the activities whose codes begin so; none when no template has any
   */
  record ExplainingWhat(String code, List<Words> names) {}

  /** How many are drawn: hundredths of what a unit closed within the days, and a least number; {@code version} to name when it is changed. */
  record RecheckRuleView(int share, int least, int days, String source, boolean unconfirmed, int version) {

    static RecheckRuleView of(RecheckRule rule) {
      return new RecheckRuleView(rule.share(), rule.least(), rule.days(), rule.source(), rule.unconfirmed(), rule.version());
    }
  }

  /** An activity of a yearly template. */
  record RuleActivity(String code, Words name) {}

  static AppealRuleView of(List<ExplainingRule> explaining, RecheckRule recheck, Map<String, Words> activities) {
    return new AppealRuleView(explaining.stream().map(one -> of(one, activities)).toList(), RecheckRuleView.of(recheck),
        activities.entrySet().stream().map(one -> new RuleActivity(one.getKey(), one.getValue())).toList());
  }

  private static ExplainingRuleView of(ExplainingRule one, Map<String, Words> activities) {
    var rule = one.rule();
    var name = Classes.words(rule.classCode());
    return new ExplainingRuleView(rule.classCode(), name == null ? new Words(rule.classCode(), rule.classCode()) : name, rule.kind(),
        rule.below(), rule.what().stream().map(what -> new ExplainingWhat(what, names(rule.kind(), what, activities))).toList(),
        rule.hoursAfter(), one.source(), rule.unconfirmed(), one.version());
  }

  private static List<Words> names(AnnouncementKind kind, String what, Map<String, Words> activities) {
    return kind == AnnouncementKind.OUTAGE ? List.of(UtilityService.valueOf(what).words())
        : activities.entrySet().stream().filter(one -> one.getKey().startsWith(what)).map(Map.Entry::getValue).toList();
  }
}
