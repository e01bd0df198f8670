package org.xingfuli.engine.scheduling.whatif;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.CriticalChain;
import org.xingfuli.engine.scheduling.CriticalChain.Binding;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * Why a date moved in a draft: from the edit through the tasks it moved on, such as "rain 2 d → façade +3 → hand-over +1". A task
 * that comes later is followed along what holds it now, one that comes earlier along what held it before. Not to be shared by
 * threads.
 */
public final class ShiftChain {

  /** How a task's shift came to it. */
  public enum Why {
    /** An edit meets the task itself. */
    EDIT,
    /** A task it waits for moved. */
    PREDECESSOR,
    /** The task its crew comes from moved, or another one now takes the crew first. */
    CREW
  }

  /**
   * @param shift periods its finish moved, negative when earlier
   * @param edit index of the edit that meets this task or its crew, -1 when none does
   * @param by the task it waits for, else -1
   * @param crew the crew it waits for, else -1
   */
  public record Step(int task, int shift, Why why, int edit, int by, int crew) {}

  private final Outcome outcome;
  private final CriticalChain now;
  private final CriticalChain was;

  private ShiftChain(Outcome outcome, CriticalChain now, CriticalChain was) {
    this.outcome = outcome;
    this.now = now;
    this.was = was;
  }

  /**
   * @param network the network without the edits
   * @param actuals likewise
   */
  public static ShiftChain of(Outcome outcome, Network network, Actuals actuals) {
    Edited edited = outcome.edited();
    return new ShiftChain(outcome, CriticalChain.of(edited.network(), outcome.after(), edited.actuals()),
        CriticalChain.of(network, outcome.before(), actuals));
  }

  /** From the root to the task itself; empty for a task that did not move. */
  public List<Step> to(int task) {
    List<Step> chain = new ArrayList<>();
    BitSet seen = new BitSet();
    int direction = Integer.signum(shift(task));
    for (int at = task; at >= 0 && !seen.get(at) && (at == task ? direction != 0 : moves(at, direction)); ) {
      seen.set(at);
      Step step = step(at, direction);
      chain.add(step);
      at = step.by();
    }
    Collections.reverse(chain);
    return chain;
  }

  private Step step(int at, int direction) {
    int shift = shift(at);
    int own = editOf(at);
    if (own >= 0 && (startShift(at) == 0 || met(at))) {
      return new Step(at, shift, Why.EDIT, own, -1, -1);
    }
    Binding binding = (direction > 0 ? now : was).binding(at);
    return switch (binding.cause()) {
      case PREDECESSOR -> new Step(at, shift, Why.PREDECESSOR, own, binding.by(), -1);
      case CREW -> {
        int crewEdit = editOfCrew(binding.crew());
        yield new Step(at, shift, Why.CREW, crewEdit >= 0 ? crewEdit : own,
            binding.by() >= 0 && moves(binding.by(), direction) ? binding.by() : -1, binding.crew());
      }
      default -> new Step(at, shift, own >= 0 ? Why.EDIT : Why.CREW, own, -1, -1);
    };
  }

  /** Whether what holds or held the task is its own date: then nobody else is to blame. */
  private boolean met(int at) {
    CriticalChain.Cause cause = at < outcome.before().size() ? now.binding(at).cause() : CriticalChain.Cause.NOTHING;
    boolean dated = cause == CriticalChain.Cause.RELEASE || cause == CriticalChain.Cause.PROGRESS;
    return dated || at >= outcome.before().size()
        || was.binding(at).cause() == CriticalChain.Cause.RELEASE && shift(at) < 0;
  }

  private boolean moves(int task, int direction) {
    return Integer.signum(shift(task)) == direction || Integer.signum(startShift(task)) == direction;
  }

  private int shift(int task) {
    Timetable before = outcome.before();
    return task >= before.size() ? 1 : outcome.after().finish(task) - before.finish(task);
  }

  private int startShift(int task) {
    Timetable before = outcome.before();
    return task >= before.size() ? 1 : outcome.after().start(task) - before.start(task);
  }

  /** The last edit that names the task, or rain that falls while it works. */
  private int editOf(int task) {
    int added = outcome.before().size();
    int found = -1;
    for (int e = 0; e < outcome.edits().size(); e++) {
      boolean its = switch (outcome.edits().get(e)) {
        case Edit.Release release -> release.task() == task;
        case Edit.Duration duration -> duration.task() == task;
        case Edit.Drop drop -> drop.task() == task;
        case Edit.Add add -> added++ == task;
        case Edit.Starts starts -> starts.byTask().containsKey(task);
        case Edit.First first -> first.task() == task || first.before() == task;
        case Edit.Rain rain -> wets(rain, task);
        case Edit.Order order -> order.projects().contains(outcome.edited().network().task(task).project());
        case Edit.Crews crews -> false;
        case Edit.CrewMove move -> false;
        case Edit.NodeDate date -> false;
      };
      found = its ? e : found;
    }
    return found;
  }

  private boolean wets(Edit.Rain rain, int task) {
    Task its = outcome.edited().network().task(task);
    return its.rainSensitive() && outcome.after().start(task) < rain.until() && outcome.after().finish(task) > rain.from()
        || its.rainSensitive() && task < outcome.before().size() && outcome.before().start(task) < rain.until()
            && outcome.before().finish(task) > rain.from();
  }

  private int editOfCrew(int crew) {
    for (int e = outcome.edits().size() - 1; e >= 0; e--) {
      Edit edit = outcome.edits().get(e);
      if (edit instanceof Edit.Crews crews && crews.crew() == crew
          || edit instanceof Edit.CrewMove move && (move.crew() == crew || move.to() == crew)) {
        return e;
      }
    }
    return -1;
  }
}
