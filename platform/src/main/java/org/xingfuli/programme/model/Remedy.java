package org.xingfuli.programme.model;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Actuals.Underway;
import org.xingfuli.engine.scheduling.CriticalChain;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * Tries what would bring a date back: so many days made up at one unfinished activity of its chain, against the frozen
 * order. The activity with the greatest gain is named; between equals the one that comes first.
 */
public final class Remedy {

  private static final int TRIED = 12;

  private final Forecast forecast;

  public Remedy(Forecast forecast) {
    this.forecast = forecast;
  }

  /** Days made up at an activity, and by how many days the target comes earlier. */
  public record Found(int activity, int days, int gain) {}

  public @Nullable Found of(int target, int days) {
    if (days <= 0 || forecast.done(target)) {
      return null;
    }
    var basis = forecast.plan().basis();
    Found best = null;
    var tried = 0;
    for (var binding : CriticalChain.of(forecast.open(), forecast.timetable(), forecast.actuals()).to(target)) {
      var activity = binding.task();
      if (basis.projectAt(activity) != basis.projectAt(target) || forecast.done(activity) || tried++ >= TRIED) {
        continue;
      }
      var most = Math.min(days, remaining(activity) - 1);
      if (most > 0) {
        var gain = forecast.timetable().finish(target) - shortened(activity, most).finish(target);
        if (gain > 0 && (best == null || gain > best.gain())) {
          best = new Found(activity, most, gain);
        }
      }
    }
    return best;
  }

  private int remaining(int activity) {
    return forecast.actuals().progress().get(activity) instanceof Underway underway
        ? underway.remaining() : forecast.plan().durations()[activity];
  }

  private Timetable shortened(int activity, int days) {
    if (forecast.actuals().progress().get(activity) instanceof Underway underway) {
      var progress = new HashMap<>(forecast.actuals().progress());
      progress.put(activity, new Underway(underway.start(), underway.remaining() - days));
      return Repair.of(forecast.open(), forecast.baseline(),
          new Actuals(forecast.actuals().dataDate(), progress));
    }
    var task = forecast.open().task(activity);
    var network = forecast.open().toBuilder().replace(activity, task.lasting(task.duration() - days)).build();
    return Repair.of(network, forecast.baseline(), forecast.actuals());
  }
}
