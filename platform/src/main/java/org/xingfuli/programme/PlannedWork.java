package org.xingfuli.programme;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.model.Rest;

/**
 * An activity of a frozen plan and how it stood by the reports at the end of a day.
 *
 * @param start the frozen plan's
 * @param finish the frozen plan's last day of work
 * @param begun when it really started, as reported
 * @param ended when it was really finished
 * @param percent reported
 * @param carried percent it came with from another year; the rest alone is of this year
 * @param reported day of the last report
 * @param lost days lost by the reason reported, before the start and since
 * @param lostSince the first report that lost days for the reason
 */
public record PlannedWork(
    UUID projectId,
    UUID activityId,
    String code,
    Words name,
    LocalDate start,
    LocalDate finish,
    @Nullable LocalDate begun,
    @Nullable LocalDate ended,
    int percent,
    int carried,
    @Nullable LocalDate reported,
    Map<LossReason, Integer> lost,
    Map<LossReason, LocalDate> lostSince) {

  /** Planned days, first and last included: the activity's weight among others. */
  public int days() {
    return (int) (finish.toEpochDay() - start.toEpochDay()) + 1;
  }

  /** Days of work this year has of it: its weight among the activities of a work. */
  public double daysLeft() {
    return Rest.left(days(), carried);
  }

  /** Of {@link #daysLeft}, those that are done. */
  public double daysDone() {
    return daysLeft() * Rest.done(percent, carried);
  }

  public boolean running() {
    return begun != null && ended == null;
  }
}
