package org.xingfuli.appeal.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.kernel.Refused;

/**
 * All versions of all time limits.
 *
 * @throws Refused with every fault at once when versions overlap or leave a gap, or two limits contest an appeal
 */
public record TimeLimitRules(List<TimeLimitRule> all) {

  public TimeLimitRules {
    all = List.copyOf(all);
    Refused.ifAny(TimeLimitCheck.together(all));
  }

  /**
   * The limit for a step of an appeal received on a day: of those in force, the one that says most exactly what it is for.
   * Urgency weighs more than kind, kind more than channel. Empty where the regime sets no limit; that of 12345 then holds,
   * if the caller asks for {@link Regime#HOTLINE}.
   */
  public Optional<TimeLimitRule> applicable(
      Regime regime, Step step, AppealKind kind, Urgency urgency, Channel channel, LocalDate received) {
    return all.stream().filter(rule -> rule.inForce(received) && rule.isFor(regime, step, kind, urgency, channel))
        .max(Comparator.comparingInt(TimeLimitRule::weight));
  }

  /** The version of a limit that holds for what was received on a day. */
  public Optional<TimeLimitRule> version(String code, LocalDate received) {
    return all.stream().filter(rule -> rule.code().equals(code) && rule.inForce(received)).findFirst();
  }

  /** The versions of a limit, oldest first. */
  public List<TimeLimitRule> versions(String code) {
    return all.stream().filter(rule -> rule.code().equals(code))
        .sorted(Comparator.comparingInt(TimeLimitRule::version)).toList();
  }
}
