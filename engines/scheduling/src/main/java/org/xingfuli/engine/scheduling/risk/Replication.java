package org.xingfuli.engine.scheduling.risk;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * One replication opened: the network and facts in which chance has spoken, so that it can be forecast and explained like
 * any other.
 *
 * @param network durations, releases and calendars as chance would have them
 * @param actuals the facts, with what is left of started tasks as chance would have it
 */
public record Replication(Network network, Actuals actuals) {

  /** @throws org.xingfuli.kernel.Refused when a task finds no room within the horizon */
  public static Replication of(Network network, Actuals actuals, RiskModel model, long seed, long number) {
    int floor = Math.max(0, actuals.dataDate());
    Chance chance = new Chance(network, model, floor, seed);
    chance.draw(number);
    NetworkBuilder builder = network.toBuilder();
    Map<FrozenOrder.Days, Integer> dry = new HashMap<>();
    Map<Integer, Actuals.Progress> progress = new HashMap<>(actuals.progress());
    Task[] tasks = network.tasks().toArray(new Task[0]);
    for (int i = 0; i < tasks.length; i++) {
      Task task = tasks[i];
      if (progress.get(i) instanceof Actuals.Done) {
        continue;
      }
      if (progress.get(i) instanceof Actuals.Underway known) {
        progress.put(i, new Actuals.Underway(known.start(), chance.duration(i, known.remaining())));
      } else {
        task = task.lasting(chance.duration(i, task.duration()));
      }
      if (model.sensitivity[i] > 0) {
        var days = new FrozenOrder.Days(network.calendarOf(i), model.sensitivity[i]);
        task = task.on(dry.computeIfAbsent(days, key -> builder.calendar(without(key, chance, floor))));
      }
      tasks[i] = task;
    }
    for (int k = 0; k < chance.late.length; k++) {
      Signature signature = model.signatures.get(k);
      Task task = tasks[signature.task()];
      if (chance.late[k] > 0 && !progress.containsKey(signature.task())) {
        tasks[signature.task()] = task.notBefore(Math.max(task.release(), signature.from() + chance.late[k]));
      }
    }
    for (int i = 0; i < tasks.length; i++) {
      builder.replace(i, tasks[i]);
    }
    return new Replication(builder.build(), new Actuals(actuals.dataDate(), progress));
  }

  private static Calendar without(FrozenOrder.Days days, Chance chance, int floor) {
    int horizon = chance.lightness.length;
    BitSet working = new BitSet(horizon);
    for (int t = 0; t < horizon; t++) {
      working.set(t, days.calendar().works(t) && (t < floor || chance.lightness[t] >= days.sensitivity()));
    }
    return Calendar.of(working, horizon);
  }

  /** Its forecast by the frozen order. */
  public Timetable forecast(Timetable frozen) {
    return Repair.of(network, frozen, actuals);
  }
}
