package org.xingfuli.appeal.model;

import java.util.List;
import org.xingfuli.identity.Words;

/**
 * The rates of appeals, each a share of cases; never to be mixed with 参与率 and 同意率, which are shares of households
 * (domain.md 3.8).
 *
 * <p>What is counted: 按时办结率 counts replies by the day they were due; 解决率 and 满意率 count replies by the day they were signed,
 * each by the complainant's last word on it; 首次办结率 and 重办率 count cases by the day they were closed. A reopened case owes
 * another reply in its next round, and that reply is counted beside the first: otherwise every case that is closed would be
 * satisfied, because nothing else closes one. A re-check by the platform's own people is not the complainant's word.
 *
 * <p>Merged cases count for themselves in every rate and their lead does not count for them: every complainant has a clock, a
 * reply and a call-back of their own. A reply that says the matter is another authority's is left out where it would be
 * held against the unit whether the complainant is content with it.
 *
 * <p>All of it is an assumption until the district states its own definitions, and shown as unconfirmed.
 */
public enum AppealRate {
  ON_TIME("按时办结率", "On time", "按期答复", "replied in time", "到期应答复", "replies due",
      "答复时限在本期到期的", "Replies whose limit ends in the period", RateStanding.NOT_DUE, RateStanding.PAUSED),
  RESOLVED("解决率", "Resolved", "回访说已解决", "said to be resolved", "有效回访", "validly called back",
      "本期签发答复的", "Replies signed in the period", RateStanding.WAITING, RateStanding.NOT_REACHED, RateStanding.NO_TELEPHONE,
      RateStanding.REFERRED),
  SATISFIED("满意率", "Satisfied", "回访满意", "satisfied", "有效回访", "validly called back",
      "本期签发答复的", "Replies signed in the period", RateStanding.WAITING, RateStanding.NOT_REACHED, RateStanding.NO_TELEPHONE,
      RateStanding.REFERRED),
  FIRST_CONTACT("首次办结率", "First contact", "一次办结", "neither returned nor reopened", "本期办结", "closed",
      "本期办结的", "Cases closed in the period", RateStanding.NOT_REACHED, RateStanding.REFERRED),
  REOPENED("重办率", "Reopened", "重办过", "reopened at least once", "本期办结", "closed",
      "本期办结的", "Cases closed in the period");

  private static final String SOURCE = "assumption: no definition of Nantong's was found; shares as 12345 reports give them";

  private final Words words;
  private final Words numerator;
  private final Words denominator;
  private final Words basis;
  private final List<RateStanding> excluded;

  AppealRate(String zh, String en, String numeratorZh, String numeratorEn, String denominatorZh, String denominatorEn,
      String basisZh, String basisEn, RateStanding... excluded) {
    this.words = new Words(zh, en);
    this.numerator = new Words(numeratorZh, numeratorEn);
    this.denominator = new Words(denominatorZh, denominatorEn);
    this.basis = new Words(basisZh, basisEn);
    this.excluded = List.of(excluded);
  }

  public Words words() {
    return words;
  }

  /** What stands above the line. */
  public Words numerator() {
    return numerator;
  }

  /** What stands below it. */
  public Words denominator() {
    return denominator;
  }

  /** Which cases are looked at: those of the denominator and those that are excluded. */
  public Words basis() {
    return basis;
  }

  /** For what reasons a case of the basis is left out of the denominator. */
  public List<RateStanding> excluded() {
    return excluded;
  }

  /** Whether a district has yet to confirm the definition. */
  public boolean unconfirmed() {
    return true;
  }

  public String source() {
    return SOURCE;
  }
}
