package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.Words;

/**
 * A dated milestone of the year. It carries a rule and a nominal date; the due date is always resolved from both and the
 * calendar, never stored.
 *
 * @param weight how much one late day counts against others
 * @param activityCode the activity whose finish the node asks for
 * @param unconfirmed whether rule or date is our assumption for this year
 */
public record ProgrammeNode(
    UUID id, String code, Words name, NodeRule rule, LocalDate nominal, int weight, String activityCode,
    AppliesTo appliesTo, boolean unconfirmed, int version) {

  /** The same node on another date, with another weight. */
  public ProgrammeNode on(LocalDate date, int newWeight, boolean newlyUnconfirmed) {
    return new ProgrammeNode(id, code, name, rule, date, newWeight, activityCode, appliesTo, newlyUnconfirmed, version);
  }

  /** Which projects a node binds. */
  public enum AppliesTo {
    ALL, SMALL_AND_EASY;

    public boolean binds(SizeClass size) {
      return this == ALL || size == SizeClass.SMALL_AND_EASY;
    }
  }

  /** One node of the brief, before it gets an id in a programme (domain.md 2.1). */
  public record Seed(
      String code, Words name, NodeRule rule, int month, int day, int weight, String activityCode,
      AppliesTo appliesTo) {}

  /** The five dated milestones of the brief; in years other than 2022 their dates are unconfirmed. */
  public static final List<Seed> SEEDS = List.of(
      new Seed("M1", Words.of("施工单位全面进场", "Contractors on all sites"),
          NodeRule.ON_THE_DATE, 2, 18, 2, "C01", AppliesTo.ALL),
      new Seed("M2", Words.of("屋面违建清零", "All illegal roof structures removed"),
          NodeRule.LAST_LAWFUL_CLEARING_DAY, 4, 30, 3, "D04", AppliesTo.ALL),
      new Seed("M3", Words.of("平改坡完成", "Pitched roofs complete before the plum rain"),
          NodeRule.ON_THE_DATE, 5, 31, 5, "R06", AppliesTo.ALL),
      new Seed("M4", Words.of("简易小区完成", "Small and easy estates complete before National Day"),
          NodeRule.ON_THE_DATE, 9, 30, 3, "Q04", AppliesTo.SMALL_AND_EASY),
      new Seed("M5", Words.of("竣工验收", "Completion acceptance of all projects"),
          NodeRule.ON_THE_DATE, 11, 30, 5, "Q04", AppliesTo.ALL));
}
