package org.xingfuli.appeal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.Step;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.kernel.WorkCalendar;

/** Limits and clocks as the tests speak of them; moments are written in the time of Shanghai. */
public final class Given {

  /** A row that nothing but its id and its area matter of. */
  public static final String AN_APPEAL = """
      insert into appeal.appeal (id, number, channel, kind, urgency, state, title, words, area, said_at, received_at, registered_by)
      values (:id, 'T-' || :id, 'PHONE', 'COMPLAINT', 'ORDINARY', 'RECEIVED', '', '', :area, now(), now(), :id)""";

  public static final WorkCalendar CALENDAR = WorkCalendar.statutory();
  public static final LocalDate EVER = LocalDate.of(2005, 5, 1);
  private static final UUID APPEAL = new UUID(0, 5);
  static final UUID STREET = new UUID(0, 7);

  private Given() {}

  /** {@code 2022-04-22 09:00}. */
  public static Instant at(String moment) {
    return Instant.parse(moment.replace(' ', 'T') + ":00+08:00");
  }

  public static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  public static TimeLimitRule rule(TimeLimit limit, @Nullable TimeLimit mostExtension, @Nullable Warning warning) {
    return new TimeLimitRule("TEST.REPLY", 1, Regime.HOTLINE, Step.REPLY, Set.of(), Set.of(), Set.of(), limit, mostExtension,
        warning, EVER, null, "test", true);
  }

  public static Clock clock(TimeLimitRule rule, String at, WorkCalendar calendar) {
    return Clock.start(new UUID(0, 1), APPEAL, 1, rule, Clock.day(at(at)), at(at), calendar);
  }

  static Clock clock(TimeLimit limit, String at) {
    return clock(rule(limit, null, null), at, CALENDAR);
  }

  static TimeLimitRules rules(TimeLimitRule... rules) {
    return new TimeLimitRules(List.copyOf(Arrays.asList(rules)));
  }

  /** Paused and running on again, because an appraisal was awaited. */
  static Clock paused(Clock clock, String from, String to) {
    return clock.pause(at(from), PauseReason.AWAITING_APPRAISAL).resume(at(to), CALENDAR);
  }
}
