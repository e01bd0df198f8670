package org.xingfuli.appeal.model;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.kernel.TimeLimit;

/**
 * The next version of a time limit, or the first of a new one, as somebody wrote it; {@link TimeLimitRule} says what its parts
 * mean.
 *
 * @param warnUnit that of the limit when absent
 * @param warnShare hundredths of the limit used; instead of {@code warnBefore}
 */
public record TimeLimitDraft(String code, Regime regime, Step step, Set<AppealKind> kinds, Set<Urgency> urgencies,
    Set<Channel> channels, int amount, TimeLimit.Unit unit, TimeLimit.Roll roll, @Nullable Integer mostExtension,
    @Nullable Integer warnBefore, TimeLimit.@Nullable Unit warnUnit, @Nullable Integer warnShare, LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo, String source, boolean unconfirmed) {

  /** The version it makes, once {@link TimeLimitCheck#alone} finds nothing wrong with it. */
  public TimeLimitRule version(int number) {
    return new TimeLimitRule(code, number, regime, step, kinds, urgencies, channels, new TimeLimit(amount, unit, roll),
        mostExtension == null ? null : new TimeLimit(mostExtension, unit, TimeLimit.Roll.NONE), warning(), effectiveFrom,
        effectiveTo, source, unconfirmed);
  }

  private @Nullable Warning warning() {
    if (warnShare != null) {
      return new Warning.AtShare(warnShare);
    }
    return warnBefore == null ? null
        : new Warning.Before(new TimeLimit(warnBefore, warnUnit == null ? unit : warnUnit, TimeLimit.Roll.NONE));
  }
}
