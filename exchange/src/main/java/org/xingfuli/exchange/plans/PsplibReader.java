package org.xingfuli.exchange.plans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Task;

/**
 * PSPLIB single-mode {@code .sm} (Kolisch and Sprecher 1996): jobs counted from 1, the first and the last are dummies.
 * Several modes and nonrenewable resources are refused.
 */
final class PsplibReader {

  private static final int MOST_ROWS = 100_000;
  /** A line with as many faults is none of this format; the rest of it is not read. */
  private static final int MOST_ON_LINE = 10;

  private final Lines lines;
  private final Draft draft;
  private final List<int[]> successors = new ArrayList<>();
  private int jobs;
  private int crews;
  private boolean several;
  private boolean nonrenewable;

  PsplibReader(Lines lines) {
    this.lines = lines;
    this.draft = new Draft(lines);
  }

  PlanFile read() {
    List<Job> requested = new ArrayList<>();
    boolean capacities = false;
    // A file of several modes (.mm) has other rows below, and nothing to say about them that would help.
    while (!(several && nonrenewable) && lines.nextFilled()) {
      if (lines.startsWith("jobs")) {
        jobs = header("jobs", MOST_ROWS);
      } else if (lines.startsWith("- renewable")) {
        crews = header("renewable resources", Draft.MOST_CREWS);
      } else if (lines.startsWith("- nonrenewable") && header("nonrenewable resources", MOST_ROWS) > 0) {
        draft.fault("plan-file.nonrenewable");
        nonrenewable = true;
      } else if (lines.startsWith("PRECEDENCE RELATIONS")) {
        precedence();
      } else if (lines.startsWith("REQUESTS/DURATIONS")) {
        requested = requests();
      } else if (lines.startsWith("RESOURCEAVAILABILITIES")) {
        availabilities();
        capacities = true;
      }
    }
    if (several && nonrenewable) {
      return new PlanFile(PlanFile.Format.PSPLIB, draft.build(), 1, 1);
    }
    if (jobs == 0 || successors.isEmpty() || requested.isEmpty() || crews > 0 && !capacities) {
      draft.fault("plan-file.section-missing");
    }
    requested.forEach(this::job);
    draft.expectActivities(jobs);
    for (int[] link : successors) {
      draft.successor(link[0], link[1], 0);
    }
    return new PlanFile(PlanFile.Format.PSPLIB, draft.build(), 1, 1);
  }

  private int header(String what, int most) {
    if (!lines.after(':')) {
      draft.fault("plan-file.expected", Map.of("expected", ":", "found", lines.rest()));
      return 0;
    }
    return draft.number(what, 0, most);
  }

  private void precedence() {
    lines.next();
    for (int expected = 1; expected <= jobs && lines.nextFilled() && !lines.startsWith("*"); expected++) {
      int job = draft.number("jobnr.", expected, expected);
      int modes = draft.number("#modes", 1);
      if (modes > 1) {
        draft.fault("plan-file.several-modes", Map.of("job", job, "modes", modes));
        several = true;
      }
      successors(job, draft.number("#successors", 0, jobs));
    }
  }

  private void successors(int job, int count) {
    int first = draft.faults();
    for (int k = 0; k < count && draft.faults() - first < MOST_ON_LINE; k++) {
      int before = draft.faults();
      boolean ends = lines.done();
      int to = draft.number("successor", 1, jobs);
      if (draft.faults() == before && job > 0) {
        successors.add(new int[] {job - 1, to - 1});
      } else if (ends) {
        return;
      }
    }
    if (draft.faults() == first) {
      draft.expectLineDone();
    }
  }

  private List<Job> requests() {
    List<Job> read = new ArrayList<>();
    lines.next();
    lines.next();
    for (int expected = 1; expected <= jobs && lines.nextFilled() && !lines.startsWith("*"); expected++) {
      draft.number("jobnr.", expected, expected);
      draft.number("mode", 1, 1);
      int duration = draft.number("duration", 0);
      read.add(new Job(lines.number(), duration, numbers()));
    }
    return read;
  }

  /** As many as the line holds, however many the file says there should be. */
  private int[] numbers() {
    int first = draft.faults();
    int[] numbers = new int[4];
    int count = 0;
    while (count < crews && draft.faults() - first < MOST_ON_LINE) {
      if (lines.done()) {
        draft.fault("plan-file.too-few-requests", Map.of("expected", crews, "given", count, "found", ""));
        break;
      }
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = draft.number("request", 0);
    }
    if (draft.faults() == first) {
      draft.expectLineDone();
    }
    return Arrays.copyOf(numbers, count);
  }

  private void availabilities() {
    lines.next();
    lines.next();
    for (int c = 0; c < crews; c++) {
      int before = draft.faults();
      draft.crew("R" + (c + 1), draft.number("availability", 0));
      if (draft.faults() > before) {
        return;
      }
    }
    draft.expectLineDone();
  }

  /** Capacities stand at the end of the file, so requests are held against them last. */
  private void job(Job job) {
    List<Demand> demands = new ArrayList<>();
    for (int c = 0; c < Math.min(job.requests.length, draft.capacities.size()); c++) {
      int number = job.requests[c];
      if (job.duration > 0 && number > draft.capacities.get(c)) {
        draft.faultAt(job.line, "plan-file.request-above-capacity",
            Map.of("crew", c + 1, "value", number, "capacity", draft.capacities.get(c)));
      } else if (job.duration > 0 && number > 0) {
        demands.add(new Demand(c, number));
      }
    }
    draft.task(new Task(String.valueOf(draft.activities() + 1), 0, job.duration, 0, 0, false, demands));
  }

  private static final class Job {
    final int line;
    final int duration;
    final int[] requests;

    Job(int line, int duration, int[] requests) {
      this.line = line;
      this.duration = duration;
      this.requests = requests;
    }
  }
}
