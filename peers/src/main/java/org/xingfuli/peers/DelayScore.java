package org.xingfuli.peers;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units of crews too many, period by period, and the district cost; brought up to date task by task. */
public final class DelayScore implements IncrementalScoreCalculator<DelayedProgramme, HardSoftScore> {

  private @Nullable Facts facts;
  private int[][] held = new int[0][];
  private int[] finish = new int[0];
  private int[] projectEnd = new int[0];
  private List<List<Integer>> ofProject = List.of();
  private long overload;
  private long lateness;
  private long handOver;

  @Override
  public void resetWorkingSolution(DelayedProgramme programme) {
    Facts fresh = programme.facts();
    facts = fresh;
    held = new int[fresh.capacity.length][512];
    finish = new int[fresh.size()];
    projectEnd = new int[fresh.projects];
    List<List<Integer>> grouped = new ArrayList<>();
    for (int p = 0; p < fresh.projects; p++) {
      grouped.add(new ArrayList<>());
    }
    for (int i = 0; i < fresh.size(); i++) {
      grouped.get(fresh.project[i]).add(i);
    }
    ofProject = grouped;
    overload = 0;
    lateness = 0;
    handOver = 0;
    programme.getTasks().forEach(task -> count(task, 1));
  }

  @Override
  public void beforeVariableChanged(Object entity, String variable) {
    if (variable.equals("start")) {
      count((DelayedTask) entity, -1);
    }
  }

  @Override
  public void afterVariableChanged(Object entity, String variable) {
    if (variable.equals("start")) {
      count((DelayedTask) entity, 1);
    }
  }

  /** Adds a task that has a start, or takes it away. */
  private void count(DelayedTask task, int sign) {
    Integer start = task.getStart();
    Facts known = facts;
    if (start == null || known == null) {
      return;
    }
    int i = task.getIndex();
    int end = start + known.duration[i];
    hold(known, i, start, end, sign);
    lateness += sign * known.lateness(i, end);
    finish[i] = sign > 0 ? end : 0;
    project(known.project[i], sign > 0 ? end : 0, sign > 0 ? 0 : end);
  }

  private void hold(Facts known, int i, int start, int end, int sign) {
    int[] demands = known.demands[i];
    for (int k = 0; k < demands.length; k += 2) {
      int crew = demands[k];
      if (held[crew].length < end) {
        held[crew] = Arrays.copyOf(held[crew], 2 * end);
      }
      int[] periods = held[crew];
      int capacity = known.capacity[crew];
      for (int t = start; t < end; t++) {
        overload -= Math.max(0, periods[t] - capacity);
        periods[t] += sign * demands[k + 1];
        overload += Math.max(0, periods[t] - capacity);
      }
    }
  }

  /** Only the last task of a project can shorten it by leaving. */
  private void project(int p, int came, int left) {
    int before = projectEnd[p];
    int now = Math.max(before, came);
    if (left == before) {
      now = 0;
      for (int i : ofProject.get(p)) {
        now = Math.max(now, finish[i]);
      }
    }
    projectEnd[p] = now;
    handOver += now - before;
  }

  @Override
  public HardSoftScore calculateScore() {
    return HardSoftScore.of(-overload, Facts.soft(lateness, handOver));
  }
}
