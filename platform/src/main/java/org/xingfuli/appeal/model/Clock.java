package org.xingfuli.appeal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.Step;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Deadline;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.kernel.WorkCalendar;

/**
 * The time one step of an appeal may take, from its start to its stop. Immutable; every act makes another.
 *
 * <p>The end is computed once and bound. Only a pause and an extension that are on record move it, onward from where it is;
 * when rules or the calendar change it stays, and {@link #difference} says what another computation would give.
 *
 * <p>The rule of pauses is ours and unconfirmed. A limit in days moves on by the days it wholly stood: those after the day of
 * the pause and before the day it runs on, and of them only working days where the limit counts those. A clock that was
 * paused on its very last day has that day again: it ends no earlier than the day it runs on, on the next workday where it
 * counts working days. A limit in minutes or hours moves on by the exact time.
 *
 * @param round the appeal's count of openings; a reopened appeal has new clocks
 * @param received the day the appeal was received, which decides the rule; steps after the first start later
 * @param deadline the end with its arithmetic, as bound and moved
 * @param warnAt when to warn, bound with the end; null for no warning
 * @param pauses in their order; the last one may be open, also when the clock was stopped while it stood
 * @param stoppedAt when the step was done; null while the clock runs or stands
 */
public record Clock(UUID id, UUID appealId, int round, Step step, BoundRule rule, LocalDate received, Instant startedAt,
    Deadline deadline, @Nullable Instant warnAt, List<Pause> pauses, @Nullable Extension extension, @Nullable Instant stoppedAt) {

  public Clock {
    pauses = List.copyOf(pauses);
  }

  /** A clock that starts at a moment; the day it starts on is not counted. */
  public static Clock start(UUID id, UUID appealId, int round, TimeLimitRule rule, LocalDate received, Instant at,
      WorkCalendar calendar) {
    return new Clock(id, appealId, round, rule.step(), rule.bound(), received, at, rule.limit().from(at, calendar), null, List.of(),
        null, null).warned(calendar);
  }

  /** Lets it stand, for a lawful reason, before it has expired. */
  public Clock pause(Instant at, PauseReason reason) {
    var faults = faultsAt(at);
    if (stands()) {
      faults.add(fault("appeal.clock-paused"));
    } else if (deadline.isOverdue(at)) {
      faults.add(expired());
    }
    Refused.ifAny(faults);
    var more = new ArrayList<>(pauses);
    more.add(new Pause(at, reason, null));
    return new Clock(id, appealId, round, step, rule, received, startedAt, deadline, warnAt, more, extension, stoppedAt);
  }

  /** Lets it run on; its end moves on by the time it stood. */
  public Clock resume(Instant at, WorkCalendar calendar) {
    var faults = faultsAt(at);
    if (!stands()) {
      faults.add(fault("appeal.clock-not-paused"));
    }
    Refused.ifAny(faults);
    var closed = new ArrayList<>(pauses);
    var pause = closed.removeLast().until(at);
    closed.add(pause);
    return new Clock(id, appealId, round, step, rule, received, startedAt, movedBy(pause, deadline, rule.limit(), calendar), warnAt,
        closed, extension, stoppedAt).warned(calendar);
  }

  /**
   * Grants more time: once, asked for before the limit had expired, and no more than the rule allows.
   *
   * @param askedAt a clock that stands does not expire
   */
  public Clock extend(TimeLimit amount, Instant askedAt, UUID grantedBy, Instant decidedAt, WorkCalendar calendar) {
    var faults = faultsAt(decidedAt);
    var most = rule.mostExtension();
    if (most == null) {
      faults.add(fault("appeal.clock-no-extension"));
    } else if (amount.unit() != most.unit()) {
      faults.add(fault("appeal.clock-extension-unit"));
    } else if (amount.amount() < 1 || amount.amount() > most.amount()) {
      faults.add(Refusal.of("appeal.clock-extension-beyond",
          Map.of("step", step.name(), "value", amount.amount(), "most", most.amount())));
    }
    if (extension != null) {
      faults.add(fault("appeal.clock-extended-before"));
    }
    if (!stands() && deadline.isOverdue(askedAt)) {
      faults.add(expired());
    }
    if (askedAt.isAfter(decidedAt) || askedAt.isBefore(startedAt)) {
      faults.add(backwards(askedAt));
    }
    Refused.ifAny(faults);
    return new Clock(id, appealId, round, step, rule, received, startedAt, Moved.by(deadline, amount, calendar), warnAt, pauses,
        new Extension(amount, askedAt, grantedBy, decidedAt), stoppedAt).warned(calendar);
  }

  /** The step is done, also while the clock stands. */
  public Clock stop(Instant at) {
    Refused.ifAny(faultsAt(at));
    return new Clock(id, appealId, round, step, rule, received, startedAt, deadline, warnAt, pauses, extension, at);
  }

  public boolean running() {
    return stoppedAt == null;
  }

  /** Whether it stands still, or was stopped while it did. */
  public boolean stands() {
    return !pauses.isEmpty() && pauses.getLast().open();
  }

  /** Since when it stands; empty while it runs. */
  public Optional<Instant> standsSince() {
    return stands() ? Optional.of(pauses.getLast().from()) : Optional.empty();
  }

  /** Whether the step was done in time; empty while it is not done. */
  public Optional<Boolean> met() {
    return stoppedAt == null ? Optional.empty() : Optional.of(stands() || !deadline.isOverdue(stoppedAt));
  }

  /** Where it stands at a moment, by the calendar in force; the end itself is not computed again. */
  public Standing standing(Instant now, WorkCalendar calendar) {
    return Reading.of(this, now, calendar);
  }

  /** What another computation would give, under today's rules and calendar; empty when the same. */
  public Optional<ClockDifference> difference(WorkCalendar calendar, TimeLimitRules rules) {
    var now = rules.version(rule.code(), received);
    var limit = now.map(TimeLimitRule::limit).orElse(rule.limit());
    var because = EnumSet.noneOf(ClockDifference.Because.class);
    if (!replayed(rule.limit(), calendar).dueAt().equals(deadline.dueAt())) {
      because.add(ClockDifference.Because.CALENDAR);
    }
    if (!limit.equals(rule.limit())) {
      because.add(ClockDifference.Because.RULE);
    }
    return because.isEmpty() ? Optional.empty() : Optional.of(new ClockDifference(id, because,
        now.map(TimeLimitRule::version).orElse(rule.version()), limit, deadline, replayed(limit, calendar)));
  }

  private Deadline replayed(TimeLimit limit, WorkCalendar calendar) {
    var end = limit.from(startedAt, calendar);
    var granted = extension;
    for (var pause : pauses) {
      if (granted != null && (pause.to() == null || granted.decidedAt().isBefore(pause.to()))) {
        end = Moved.by(end, granted.amount(), calendar);
        granted = null;
      }
      end = movedBy(pause, end, limit, calendar);
    }
    return granted == null ? end : Moved.by(end, granted.amount(), calendar);
  }

  private static Deadline movedBy(Pause pause, Deadline end, TimeLimit limit, WorkCalendar calendar) {
    var to = pause.to();
    if (to == null) {
      return end;
    }
    if (limit.unit().ofTheClock()) {
      return Moved.by(end, Duration.between(pause.from(), to), calendar);
    }
    var first = day(pause.from());
    var on = day(to);
    int stood = DayCount.wholly(limit.unit(), first, on, calendar);
    return Moved.toAtLeast(on, Moved.by(end, new TimeLimit(stood, DayCount.unit(limit.unit()), limit.roll()), calendar), calendar);
  }

  private Clock warned(WorkCalendar calendar) {
    return new Clock(id, appealId, round, step, rule, received, startedAt, deadline, WarnMoment.of(this, calendar), pauses, extension,
        stoppedAt);
  }

  private List<Refusal> faultsAt(Instant at) {
    var faults = new ArrayList<Refusal>();
    if (stoppedAt != null) {
      faults.add(fault("appeal.clock-stopped"));
    }
    var last = pauses.isEmpty() ? startedAt
        : Optional.ofNullable(pauses.getLast().to()).orElse(pauses.getLast().from());
    if (at.isBefore(last)) {
      faults.add(backwards(at));
    }
    return faults;
  }

  private Refusal expired() {
    return Refusal.of("appeal.clock-expired", Map.of("step", step.name(), "due", deadline.due().toString()));
  }

  private Refusal backwards(Instant at) {
    return Refusal.of("appeal.clock-backwards", Map.of("step", step.name(), "value", said(at)));
  }

  private Refusal fault(String code) {
    return Refusal.of(code, Map.of("step", step.name()));
  }

  private static String said(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
  }

  static LocalDate day(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toLocalDate();
  }
}
