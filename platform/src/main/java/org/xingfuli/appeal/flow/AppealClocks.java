package org.xingfuli.appeal.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.Clock;
import org.xingfuli.appeal.model.PauseReason;
import org.xingfuli.appeal.model.Regime;
import org.xingfuli.appeal.model.TimeLimitRules;
import org.xingfuli.appeal.store.ClockStore;
import org.xingfuli.appeal.store.ClockStore.Placed;
import org.xingfuli.appeal.store.TimeLimitStore;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.WorkCalendars;

/** Starts, stops and moves the clocks of an appeal as its acts ask, and says which of them ends first. */
@Component
public class AppealClocks {

  private final ClockStore store;
  private final TimeLimitStore limits;
  private final WorkCalendars calendars;

  AppealClocks(ClockStore store, TimeLimitStore limits, WorkCalendars calendars) {
    this.store = store;
    this.limits = limits;
    this.calendars = calendars;
  }

  /** What decides the limits of an appeal. */
  record Case(UUID appeal, int round, AppealKind kind, Urgency urgency, Channel channel, @Nullable String classCode,
      Instant received) {

    static Case of(Appeal appeal) {
      return new Case(appeal.id(), appeal.round(), appeal.kind(), appeal.urgency(), appeal.channel(), appeal.classCode(),
          appeal.receivedAt());
    }

    /** Most special law first; where it sets no limit the hotline's holds. */
    List<Regime> regimes() {
      if (kind == AppealKind.PETITION) {
        return List.of(Regime.PETITION, Regime.HOTLINE);
      }
      if (classCode != null && classCode.startsWith("UTILITIES_GAS")) {
        return List.of(Regime.GAS, Regime.HOTLINE);
      }
      return List.of(Regime.HOTLINE);
    }
  }

  /** What clocks are started by, as it is stored at this moment; read once for many appeals. */
  record Basis(TimeLimitRules rules, WorkCalendar calendar) {}

  Basis basis() {
    return new Basis(limits.rules(), calendars.inForce());
  }

  /** The clocks that begin when an appeal comes in: its acceptance, and its reply, which counts from the same day. */
  List<Clock> received(Case one, Basis basis) {
    var clocks = new ArrayList<Clock>();
    clock(one, Step.ACCEPT, one.received(), basis).ifPresent(clocks::add);
    clock(one, Step.REPLY, one.received(), basis).ifPresent(clocks::add);
    return clocks;
  }

  private static Optional<Clock> clock(Case one, Step step, Instant at, Basis basis) {
    var received = one.received().atZone(BusinessClock.ZONE).toLocalDate();
    return one.regimes().stream()
        .flatMap(regime -> basis.rules().applicable(regime, step, one.kind(), one.urgency(), one.channel(), received).stream())
        .findFirst().map(rule -> Clock.start(UuidV7.create(), one.appeal(), one.round(), rule, received, at, basis.calendar()));
  }

  public void insert(List<Placed> clocks) {
    store.insert(clocks);
  }

  /** Starts the clock of a step, when there is a limit for it and none runs. */
  public void start(Appeal appeal, Step step, Instant at) {
    start(appeal, Case.of(appeal), step, at);
  }

  void start(Appeal appeal, Case one, Step step, Instant at) {
    if (store.open(appeal.id()).stream().noneMatch(clock -> clock.step() == step && clock.round() == one.round())) {
      clock(one, step, at, basis()).ifPresent(
          clock -> store.insert(List.of(new Placed(clock, appeal.area(), appeal.estate()))));
    }
  }

  /** Stops the clock of a step and starts it again under the limit that holds now, from the day the round began. */
  void again(Appeal appeal, Step step, Instant now) {
    var running = open(appeal, step).orElse(null);
    var began = running == null ? appeal.receivedAt() : running.startedAt();
    var next = clock(Case.of(appeal), step, began, basis());
    if (running == null || next.isEmpty() || next.get().rule().code().equals(running.rule().code())) {
      return;
    }
    store.update(running.stop(now));
    store.insert(List.of(new Placed(next.get(), appeal.area(), appeal.estate())));
  }

  public void stop(Appeal appeal, Step step, Instant at) {
    open(appeal, step).ifPresent(clock -> store.update(clock.stop(at)));
  }

  /** Stops whatever runs. */
  public void stopAll(Appeal appeal, Instant at) {
    store.open(appeal.id()).forEach(clock -> store.update(clock.stop(at)));
  }

  public void pause(Appeal appeal, PauseReason reason, Instant at) {
    store.update(open(appeal, Step.REPLY).orElseThrow(AppealClocks::none).pause(at, reason));
  }

  public void resume(Appeal appeal, Instant at) {
    open(appeal, Step.REPLY).filter(Clock::stands).ifPresent(clock -> store.update(clock.resume(at, calendars.inForce())));
  }

  /** Refuses what could not be granted: asked too late, or more than the rule allows. */
  public void mayExtend(Appeal appeal, int days, Instant askedAt) {
    var clock = open(appeal, Step.REPLY).orElseThrow(AppealClocks::none);
    clock.extend(amount(clock, days), askedAt, appeal.id(), askedAt, calendars.inForce());
  }

  public void extend(Appeal appeal, int days, Instant askedAt, UUID by, Instant at) {
    var clock = open(appeal, Step.REPLY).orElseThrow(AppealClocks::none);
    store.update(clock.extend(amount(clock, days), askedAt, by, at, calendars.inForce()));
  }

  private static TimeLimit amount(Clock clock, int days) {
    return new TimeLimit(days, clock.rule().limit().unit(), TimeLimit.Roll.NONE);
  }

  private Optional<Clock> open(Appeal appeal, Step step) {
    return store.open(appeal.id()).stream().filter(clock -> clock.step() == step).findFirst();
  }

  private static Refused none() {
    return new Refused(Refusal.of("appeal.no-clock"));
  }

  /** The clock that ends first of those that run; one that stands ends never. */
  static Optional<Clock> first(List<Clock> clocks) {
    return clocks.stream().filter(clock -> clock.running() && !clock.stands())
        .min(Comparator.comparing(clock -> clock.deadline().dueAt()));
  }

  /** The same of an appeal as it is stored now. */
  public Optional<Clock> first(UUID appeal) {
    return first(store.open(appeal));
  }

  /** All clocks of an appeal, of every round. */
  public List<Clock> of(UUID appeal) {
    return store.ofAppeal(appeal);
  }
}
