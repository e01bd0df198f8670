package org.xingfuli.appeal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.ClockWords;
import org.xingfuli.appeal.model.PauseReason;
import org.xingfuli.appeal.model.Regime;
import org.xingfuli.appeal.model.Warning;
import org.xingfuli.appeal.store.TimeLimitStore;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.TimeLimit;

/**
 * One version of a time limit; an empty list is for all.
 *
 * @param words the limit, such as 5 个工作日
 * @param mostExtension in the unit of the limit; absent where it may not be extended
 * @param warnShare hundredths of the limit used; absent as {@code warnBefore} is where that is not how it warns
 * @param effectiveTo last day of receipt; absent while none is known
 * @param revision to name when it is changed
 */
record TimeLimitView(String code, int version, Regime regime, Step step, List<AppealKind> kinds, List<Urgency> urgencies,
    List<Channel> channels, int amount, TimeLimit.Unit unit, TimeLimit.Roll roll, Words words,
    @Nullable Integer mostExtension, @Nullable Integer warnBefore, TimeLimit.@Nullable Unit warnUnit,
    @Nullable Integer warnShare, LocalDate effectiveFrom, @Nullable LocalDate effectiveTo, String source, boolean unconfirmed,
    int revision) {

  /**
   * Whether a clock may stand for a reason, and what that rests on.
   *
   * @param revision to name when it is changed
   */
  record PauseReasonView(PauseReason code, Words words, boolean allowed, String source, boolean unconfirmed, int revision) {

    static PauseReasonView of(TimeLimitStore.ReasonRow row) {
      return new PauseReasonView(row.reason(), row.reason().words(), row.allowed(), row.source(), row.unconfirmed(),
          row.revision());
    }
  }

  static TimeLimitView of(TimeLimitStore.Row row) {
    var rule = row.rule();
    var limit = rule.limit();
    var most = rule.mostExtension();
    var lead = rule.warning() instanceof Warning.Before(var before) ? before : null;
    var share = rule.warning() instanceof Warning.AtShare(int percent) ? (Integer) percent : null;
    return new TimeLimitView(rule.code(), rule.version(), rule.regime(), rule.step(), rule.kinds().stream().sorted().toList(),
        rule.urgencies().stream().sorted().toList(), rule.channels().stream().sorted().toList(), limit.amount(), limit.unit(),
        limit.roll(), ClockWords.of(limit), most == null ? null : most.amount(), lead == null ? null : lead.amount(),
        lead == null ? null : lead.unit(), share, rule.effectiveFrom(), rule.effectiveTo(), rule.source(), rule.unconfirmed(),
        row.revision());
  }

  @Nullable String extensionWords() {
    return mostExtension == null ? null : ClockWords.of(new TimeLimit(mostExtension, unit, TimeLimit.Roll.NONE)).zh();
  }

  @Nullable String warningWords() {
    if (warnShare != null) {
      return "用到 " + warnShare + "%";
    }
    return warnBefore == null || warnUnit == null ? null
        : "提前 " + ClockWords.of(new TimeLimit(warnBefore, warnUnit, TimeLimit.Roll.NONE)).zh();
  }
}
