package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.explain.Cure;
import org.xingfuli.engine.scheduling.explain.Explanation;
import org.xingfuli.engine.scheduling.explain.FailingNode;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.ProgrammeNetwork.DueNode;

/**
 * Why a node of a forecast is not kept, and what would keep it.
 *
 * @param late days; 0 when the forecast keeps it
 */
public record NodeFailure(Forecast forecast, DueNode due, Explanation why, int late, List<Offer> offers) {

  private static final int MOST_TASKS = 400;

  /** Deterministic time of one question to CP-SAT; some dozens are asked. */
  private static final double WORK = 0.3;

  private static final long SEED = 1;

  /** More moved activities than that are another plan, not a draft anybody reads. */
  private static final int MOST_STARTS = 120;

  /**
   * A cure.
   *
   * @param finish last day of the node's work with it
   * @param edits what a draft of it begins with, tried: the node is kept and no other one is lost; empty when no draft can
   */
  public record Offer(Cure cure, LocalDate finish, List<DraftEdit> edits) {}

  /**
   * @param node index among the forecast's nodes
   * @param enough true ends the thinking: what is then not known is said to be
   */
  public static NodeFailure of(Forecast forecast, int node, BooleanSupplier enough) {
    var due = forecast.plan().dueNodes().get(node);
    var why = FailingNode.explain(forecast.open(), forecast.timetable(), forecast.actuals(), node,
        new FailingNode.Effort(MOST_TASKS, WORK, 1, SEED, enough));
    return new NodeFailure(forecast, due, why, Math.max(0, lateness(forecast.timetable(), forecast, due)),
        why.cures().stream().map(cure -> new Offer(cure,
            forecast.plan().horizon().date(cure.timetable().finish(due.activity()) - 1), edits(forecast, due, cure))).toList());
  }

  private static int lateness(Timetable dates, Forecast forecast, DueNode due) {
    return dates.finish(due.activity()) - forecast.plan().horizon().day(due.due()) - 1;
  }

  private static List<DraftEdit> edits(Forecast forecast, DueNode due, Cure cure) {
    if (cure instanceof Cure.LaterDate later && later.periods() > 0) {
      return List.of();
    }
    var crews = cure instanceof Cure.MoreCrew more ? List.of(crews(forecast, more)) : List.<DraftEdit>of();
    if (!crews.isEmpty() && keeps(forecast, due, crews)) {
      return crews;
    }
    var all = new ArrayList<>(crews);
    all.addAll(starts(forecast, cure.timetable()));
    return all.size() <= MOST_STARTS && keeps(forecast, due, all) ? List.copyOf(all) : List.of();
  }

  private static DraftEdit crews(Forecast forecast, Cure.MoreCrew more) {
    var pool = forecast.plan().pools().get(more.crew());
    var horizon = forecast.plan().horizon();
    return DraftEdit.crews(pool.crew().code(), pool.sharedBy().isEmpty() ? null : pool.sharedBy(), more.extra(),
        horizon.date(more.from()), horizon.date(Math.max(more.from(), more.to() - 1)));
  }

  /** Of what has not begun and stands elsewhere in the cure's dates. */
  private static List<DraftEdit> starts(Forecast forecast, Timetable dates) {
    return IntStream.range(0, forecast.plan().basis().size())
        .filter(activity -> !forecast.started(activity) && dates.start(activity) != forecast.timetable().start(activity))
        .mapToObj(activity -> DraftEdit.of(DraftEdit.Kind.START, forecast.plan().basis().idOf(activity),
            forecast.plan().horizon().date(dates.start(activity)), null))
        .toList();
  }

  /** Whether a draft keeps the node and loses no other. */
  private static boolean keeps(Forecast forecast, DueNode due, List<DraftEdit> edits) {
    var outcome = tried(forecast, edits);
    return outcome != null && !outcome.finish(due.activity()).isAfter(due.due())
        && forecast.plan().dueNodes().stream().allMatch(other ->
            !outcome.finish(other.activity()).isAfter(other.due()) || lateness(forecast.timetable(), forecast, other) > 0);
  }

  private static @Nullable DraftOutcome tried(Forecast forecast, List<DraftEdit> edits) {
    try {
      return DraftOutcome.of(forecast, edits);
    } catch (Refused leadsNowhere) {
      return null;
    }
  }
}
