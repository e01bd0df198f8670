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
 * One version of one time limit, for appeals received on the days it is in force. A version is never rewritten: another limit
 * is the next version.
 *
 * @param code the limit, such as {@code HOTLINE.REPLY.COMPLAINT}; its versions follow each other without overlap or gap
 * @param kinds which it is for; empty for all, as are {@code urgencies} and {@code channels}
 * @param mostExtension by how much it may be extended at most, in the unit of the limit; null where it may not
 * @param warning when to warn before it ends; null for no warning
 * @param effectiveFrom first day of receipt it holds for
 * @param effectiveTo last such day; null while none is known
 * @param source the article or paper it rests on
 * @param unconfirmed an assumption of ours until the district states it
 */
public record TimeLimitRule(String code, int version, Regime regime, Step step, Set<AppealKind> kinds, Set<Urgency> urgencies,
    Set<Channel> channels, TimeLimit limit, @Nullable TimeLimit mostExtension, @Nullable Warning warning,
    LocalDate effectiveFrom, @Nullable LocalDate effectiveTo, String source, boolean unconfirmed) {

  public TimeLimitRule {
    kinds = Set.copyOf(kinds);
    urgencies = Set.copyOf(urgencies);
    channels = Set.copyOf(channels);
  }

  public boolean inForce(LocalDate received) {
    return !received.isBefore(effectiveFrom) && (effectiveTo == null || !received.isAfter(effectiveTo));
  }

  /** What a clock that starts under this rule keeps of it. */
  public BoundRule bound() {
    return new BoundRule(code, version, limit, mostExtension, warning, unconfirmed);
  }

  boolean isFor(Regime wanted, Step at, AppealKind kind, Urgency urgency, Channel channel) {
    return regime == wanted && step == at && (kinds.isEmpty() || kinds.contains(kind))
        && (urgencies.isEmpty() || urgencies.contains(urgency)) && (channels.isEmpty() || channels.contains(channel));
  }

  /** What it names weighs: urgency more than kind, kind more than channel. */
  int weight() {
    return (urgencies.isEmpty() ? 0 : 4) + (kinds.isEmpty() ? 0 : 2) + (channels.isEmpty() ? 0 : 1);
  }

  /** Whether there is an appeal for which nobody could say which of the two holds. */
  boolean contests(TimeLimitRule other) {
    return !code.equals(other.code) && regime == other.regime && step == other.step && weight() == other.weight()
        && meet(kinds, other.kinds) && meet(urgencies, other.urgencies) && meet(channels, other.channels)
        && !startsAfterTheEndOf(other) && !other.startsAfterTheEndOf(this);
  }

  boolean startsAfterTheEndOf(TimeLimitRule other) {
    return other.effectiveTo != null && effectiveFrom.isAfter(other.effectiveTo);
  }

  /** The same version with another last day of receipt. */
  public TimeLimitRule endingOn(@Nullable LocalDate last) {
    return new TimeLimitRule(code, version, regime, step, kinds, urgencies, channels, limit, mostExtension, warning,
        effectiveFrom, last, source, unconfirmed);
  }

  /** The same version, resting on another source or confirmed. */
  public TimeLimitRule resting(String on, boolean assumed) {
    return new TimeLimitRule(code, version, regime, step, kinds, urgencies, channels, limit, mostExtension, warning,
        effectiveFrom, effectiveTo, on, assumed);
  }

  private static <T> boolean meet(Set<T> one, Set<T> other) {
    return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
  }
}
