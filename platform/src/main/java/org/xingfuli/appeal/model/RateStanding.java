package org.xingfuli.appeal.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Words;

/**
 * How one case stands in one rate: above the line, below it only, or outside with a reason. Exactly one holds of every case of the
 * period, so that denominator and excluded cases together are all of them. {@code RateStore} says the same in SQL.
 */
public enum RateStanding {
  COUNTED(Side.NUMERATOR, "计入分子", "Counted"),
  MISSED(Side.DENOMINATOR, "只计入分母", "Counted below the line only"),
  NOT_DUE(Side.EXCLUDED, "还在办理，时限未到", "Open and not due yet"),
  PAUSED(Side.EXCLUDED, "依规暂停计时中", "Its clock stands for a lawful reason"),
  WAITING(Side.EXCLUDED, "已答复，还没有回访", "Answered and not called back yet"),
  NOT_REACHED(Side.EXCLUDED, "回访没联系上", "Called and not reached"),
  NO_TELEPHONE(Side.EXCLUDED, "匿名且没留电话，无法回访", "Anonymous without a telephone"),
  REFERRED(Side.EXCLUDED, "不属本级职权，已转有权处理的单位", "Outside competence, passed to who may decide it");

  /** Where a case is found: the numerator is part of the denominator. */
  public enum Side {
    NUMERATOR("分子", "numerator"), DENOMINATOR("分母", "denominator"), EXCLUDED("不计入", "excluded");

    private final Words words;

    Side(String zh, String en) {
      this.words = new Words(zh, en);
    }

    public Words words() {
      return words;
    }
  }

  private final Side side;
  private final Words words;

  RateStanding(Side side, String zh, String en) {
    this.side = side;
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }

  public boolean excluded() {
    return side == Side.EXCLUDED;
  }

  /** Whether a case that stands so is listed on that side. */
  public boolean on(Side asked) {
    return side == asked || asked == Side.DENOMINATOR && side == Side.NUMERATOR;
  }

  /**
   * How a reply that was due stands in 按时办结率.
   *
   * @param signedAt when it was signed; null while nobody has answered
   * @param pausedAt since when its clock stands
   */
  public static RateStanding ofReply(Instant dueAt, @Nullable Instant signedAt, @Nullable Instant pausedAt, Instant now) {
    if (signedAt != null) {
      return signedAt.isAfter(dueAt) ? MISSED : COUNTED;
    }
    return pausedAt != null ? PAUSED : dueAt.isBefore(now) ? MISSED : NOT_DUE;
  }

  /**
   * How a reply stands in 解决率 or 满意率.
   *
   * @param said what the complainant last said of this reply, as the rate asks for it; null when nobody was reached
   * @param called whether a call was tried in vain
   */
  public static RateStanding ofWord(@Nullable Outcome outcome, @Nullable Boolean said, boolean anonymous, boolean called) {
    if (outcome == Outcome.REFERRED) {
      return REFERRED;
    }
    if (said != null) {
      return said ? COUNTED : MISSED;
    }
    return anonymous ? NO_TELEPHONE : called ? NOT_REACHED : WAITING;
  }

  /**
   * How a closed case stands in 首次办结率.
   *
   * @param satisfied null when it was closed because nobody was reached
   */
  public static RateStanding ofFirstContact(@Nullable Outcome outcome, @Nullable Boolean satisfied, int round, boolean returned) {
    if (outcome == Outcome.REFERRED) {
      return REFERRED;
    }
    return satisfied == null ? NOT_REACHED : round == 1 && !returned ? COUNTED : MISSED;
  }

  /** How a closed case stands in 重办率. */
  public static RateStanding ofReopened(int round) {
    return round > 1 ? COUNTED : MISSED;
  }
}
