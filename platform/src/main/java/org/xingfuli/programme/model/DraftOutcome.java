package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.CriticalChain;
import org.xingfuli.engine.scheduling.Floats;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.levelling.Levelling;
import org.xingfuli.engine.scheduling.whatif.Difference;
import org.xingfuli.engine.scheduling.whatif.Difference.Change;
import org.xingfuli.engine.scheduling.whatif.Edited;
import org.xingfuli.engine.scheduling.whatif.Outcome;
import org.xingfuli.engine.scheduling.whatif.Pins;
import org.xingfuli.engine.scheduling.whatif.Replan;
import org.xingfuli.engine.scheduling.whatif.ShiftChain;
import org.xingfuli.engine.scheduling.whatif.WhatIf;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.State;
import org.xingfuli.programme.model.DraftNetwork.Translated;

/** Where the year is heading by a draft: the frozen order with the draft's edits, beside today's forecast without them. */
public final class DraftOutcome {

  /** Schedules a re-plan may make; a second or two for a district of fifty projects. */
  private static final int REPLAN_SCHEDULES = 300;

  private final Forecast forecast;
  private final ProgrammeNetwork plan;
  private final List<DraftEdit> edits;
  private final List<Translated> translated;
  private final Outcome outcome;
  private final Timetable latest;
  private final BitSet critical;
  private @Nullable ShiftChain chains;

  private DraftOutcome(
      Forecast forecast, List<DraftEdit> edits, List<Translated> translated, List<ExtraWork> extras, Outcome outcome) {
    this.forecast = forecast;
    var basis = forecast.plan().basis();
    plan = extras.size() == basis.extras().size() ? forecast.plan()
        : forecast.plan().over(basis.with(extras), outcome.edited().network());
    this.edits = edits;
    this.translated = translated;
    this.outcome = outcome;
    latest = Floats.of(outcome.edited().network(), outcome.after()).latest();
    critical = Planning.critical(plan, outcome.after(), latest,
        CriticalChain.of(outcome.edited().network(), outcome.after(), outcome.edited().actuals()));
  }

  /**
   * @throws Refused when an edit names nothing there is, an activity that has begun, or nothing fits any more
   */
  public static DraftOutcome of(Forecast forecast, List<DraftEdit> edits) {
    var network = new DraftNetwork(forecast.plan(), forecast.actuals().dataDate());
    for (var edit : edits) {
      var open = edit.needsOpenActivity() ? edit.activity() : edit.kind() == DraftEdit.Kind.ADD ? edit.before() : null;
      if (open != null && forecast.started(network.number(open))) {
        throw new Refused(Refusal.of("schedule.draft-task-begun",
            Map.of("task", forecast.plan().network().task(network.number(open)).name())));
      }
    }
    var translated = network.translated(edits);
    var outcome = WhatIf.of(forecast.open(), forecast.baseline(), forecast.actuals(), forecast.timetable())
        .with(translated.stream().map(Translated::edit).toList());
    return new DraftOutcome(forecast, List.copyOf(edits), translated, network.extras(), outcome);
  }

  public Forecast forecast() {
    return forecast;
  }

  /** The forecast's plan with the works the draft adds, numbered behind its own. */
  public ProgrammeNetwork plan() {
    return plan;
  }

  private boolean added(int activity) {
    return activity >= forecast.plan().basis().size();
  }

  /**
   * Network, facts and dates as they would be frozen: orders and asked starts are in the dates, and what stands later on purpose
   * is held there.
   */
  record Held(Network network, Actuals actuals, Timetable dates) {}

  Held held() {
    if (edits.isEmpty()) {
      return new Held(forecast.open(), forecast.actuals(), forecast.baseline());
    }
    var lasting = translated.stream().filter(each -> edits.get(each.of()).kind().lasts()).map(Translated::edit).toList();
    var edited = Edited.of(forecast.open(), forecast.baseline(), forecast.actuals(), lasting);
    var builder = edited.network().toBuilder();
    Pins.of(edited.network(), outcome.after(), edited.actuals()).forEach((activity, start) -> {
      var task = edited.network().task(activity);
      builder.replace(activity, task.notBefore(Math.max(task.release(), start)));
    });
    return new Held(builder.build(), edited.actuals(), outcome.after());
  }

  public List<DraftEdit> edits() {
    return edits;
  }

  /** Whether the dates without the crews added were kept, because the order with them would be later. */
  public boolean kept() {
    return outcome.kept();
  }

  public Difference difference() {
    return outcome.difference();
  }

  /** Crews × days added, less those taken away. */
  public long crewDays() {
    return outcome.crewPeriods();
  }

  public LocalDate start(int activity) {
    return forecast.plan().horizon().date(outcome.after().start(activity));
  }

  /** Last day of the work; the day before its start when it was dropped. */
  public LocalDate finish(int activity) {
    return forecast.plan().horizon().date(outcome.after().finish(activity) - 1);
  }

  public LocalDate latestStart(int activity) {
    return forecast.plan().horizon().date(latest.start(activity));
  }

  public int floatDays(int activity) {
    return latest.finish(activity) - outcome.after().finish(activity);
  }

  public boolean critical(int activity) {
    return critical.get(activity);
  }

  public boolean dropped(int activity) {
    return outcome.edited().network().task(activity).duration() == 0;
  }

  public State state(int activity) {
    var known = !added(activity);
    return plan.basis().rules()
        .state(known && forecast.done(activity), floatDays(activity), known && forecast.started(activity));
  }

  /** Day number as a date. */
  public LocalDate date(int day) {
    return forecast.plan().horizon().date(day);
  }

  /** The day the last project is handed over: before, and by the draft. */
  public LocalDate handOver(boolean after) {
    var dates = after ? outcome.after() : outcome.before();
    var last = 0;
    for (var due : forecast.plan().dueNodes()) {
      last = Math.max(last, dates.finish(due.activity()));
    }
    return date(Math.max(0, last - 1));
  }

  /**
   * One step of a chain of causes.
   *
   * @param edit place of the draft's edit that meets it, -1 when none does
   * @param crew the pool it waits for, -1 when it waits for none
   */
  public record Step(int activity, int shift, ShiftChain.Why why, int edit, int crew) {}

  /** From the edit to the activity; empty when its finish did not move. */
  public synchronized List<Step> chain(int activity) {
    if (chains == null) {
      chains = ShiftChain.of(outcome, forecast.open(), forecast.actuals());
    }
    return chains.to(activity).stream().map(step -> new Step(step.task(), step.shift(), step.why(),
        step.edit() < 0 ? -1 : translated.get(step.edit()).of(), step.crew())).toList();
  }

  /** Every activity whose dates differ: what is new, then the largest shift first. */
  public List<Change> changes() {
    var changes = new ArrayList<>(outcome.difference().changes());
    changes.sort((one, other) -> one.added() != other.added() ? Boolean.compare(other.added(), one.added())
        : Math.abs(one.shift()) != Math.abs(other.shift())
        ? Integer.compare(Math.abs(other.shift()), Math.abs(one.shift())) : Integer.compare(one.task(), other.task()));
    return changes;
  }

  /** The plan the draft becomes: what it is computed from, and its dates. */
  public record Adoption(Basis basis, List<Plan.Dates> dates, List<Plan.NodeResult> nodes, Forecast forecast) {}

  /**
   * As a plan: the basis keeps what makes the network another, and pins what stands later than the order alone would let it, so that
   * the forecast against the new plan says on its first day exactly what the draft said.
   */
  public Adoption adopted(WorkCalendar calendar) {
    var old = forecast.plan().basis().adopted();
    var kept = new ArrayList<>(old.edits());
    edits.stream().filter(edit -> edit.kind().altersNetwork()).forEach(kept::add);
    var unpinned = plan.basis().adopting(new Adopted(kept, Map.of(), Map.of()).knowing(plan.basis(), standing()));
    var free = against(unpinned, calendar);
    var pins = new HashMap<UUID, LocalDate>();
    Pins.of(free.open(), outcome.after(), free.actuals())
        .forEach((activity, start) -> pins.put(unpinned.idOf(activity), date(start)));
    var basis = unpinned.adopting(unpinned.adopted().pinnedTo(pins));
    var next = against(basis, calendar);
    return new Adoption(basis, Planning.dates(next.plan(), next.open(), outcome.after(), next.actuals()),
        Planning.nodes(next.plan(), outcome.after()), next);
  }

  private Forecast against(Basis basis, WorkCalendar calendar) {
    return Forecast.of(Forecast.expanded(basis, calendar, forecast.dataDate()), outcome.after(), standing(), forecast.dataDate());
  }

  private Map<Integer, Progress> standing() {
    var standing = new HashMap<Integer, Progress>();
    forecast.progress().forEach(standing::put);
    return standing;
  }

  /** Who goes before whom, so that less is late: the fewest moves found. */
  public static List<DraftEdit> replanned(Forecast forecast) {
    var basis = forecast.plan().basis();
    return Replan.options(forecast.open(), forecast.baseline(), forecast.actuals(), REPLAN_SCHEDULES).getLast().moves().stream()
        .map(move -> DraftEdit.first(basis.idOf(move.task()), basis.idOf(move.before()))).toList();
  }

  /** The crews' load evened out behind the edits there are; empty when nothing can be gained. */
  public List<DraftEdit> levelled() {
    var network = outcome.edited().network();
    var actuals = outcome.edited().actuals();
    var levelled = Levelling.of(network, outcome.after(), actuals).timetable();
    if (levelled.equals(outcome.after())) {
      return List.of();
    }
    var dates = new HashMap<UUID, LocalDate>();
    Pins.of(network, levelled, actuals).forEach((activity, start) -> dates.put(idOf(activity), date(start)));
    for (int activity = 0; activity < levelled.size(); activity++) {
      if (levelled.start(activity) != outcome.after().start(activity)) {
        dates.put(idOf(activity), date(levelled.start(activity)));
      }
    }
    return List.of(DraftEdit.level(dates));
  }

  private UUID idOf(int activity) {
    return plan.basis().idOf(activity);
  }
}
