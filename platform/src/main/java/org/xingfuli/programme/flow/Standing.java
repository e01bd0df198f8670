package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.Basis.ProjectBasis;
import org.xingfuli.programme.model.Progress;
import org.xingfuli.programme.model.ProgressReport;
import org.xingfuli.programme.store.ProgressStore;

/**
 * How every activity of a basis stands by its reports. What was reported on a day that is still to come does not count yet: a
 * demo that was set back holds such reports.
 *
 * <p>Reports are only ever added, so what was read once is kept, and a forecast after a report reads that report and not the
 * hundred thousand of a district's year.
 */
@Component
class Standing {

  private static final Comparator<Said> AS_MADE =
      Comparator.comparing((Said said) -> said.facts().on()).thenComparing(Said::id);

  private final ProgressStore reports;
  private final BusinessClock clock;
  private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

  Standing(ProgressStore reports, BusinessClock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * By the activity's number in the basis; activities nobody reported on are absent. Must be called with a scope that sees
   * every project: what is kept is for everybody who asks after.
   */
  Map<Integer, Progress> of(UUID programmeId, Basis basis) {
    return kept.computeIfAbsent(programmeId, Kept::new).of(basis, clock.today());
  }

  /** What of a report counts; who said it, and in what words, is not kept. */
  private record Said(UUID id, Progress.Report facts) {}

  /** What is known of one programme. */
  private final class Kept {

    private final UUID programmeId;
    private final Map<UUID, List<Said>> byActivity = new HashMap<>();
    private final Map<UUID, Progress> standing = new HashMap<>();
    private @Nullable List<ProjectBasis> numberedBy;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private @Nullable String readUntil;
    private @Nullable LocalDate asOf;

    Kept(UUID programmeId) {
      this.programmeId = programmeId;
    }

    synchronized Map<Integer, Progress> of(Basis basis, LocalDate today) {
      var since = reports.since(programmeId, readUntil);
      var told = add(since.settled(), byActivity);
      readUntil = since.now();
      if (today.equals(asOf)) {
        stand(told.keySet(), byActivity, today, standing);
      } else {
        standing.clear();
        stand(byActivity.keySet(), byActivity, today, standing);
        asOf = today;
      }
      // What the running transaction wrote may still be taken back: it counts here and is not kept.
      var passing = new HashMap<UUID, List<Said>>();
      since.unsettled().forEach(report -> passing.computeIfAbsent(report.activityId(),
          id -> new ArrayList<>(byActivity.getOrDefault(id, List.of()))));
      add(since.unsettled(), passing);
      var above = new HashMap<UUID, Progress>();
      stand(passing.keySet(), passing, today, above);
      number(basis);
      var numbered = new HashMap<Integer, Progress>();
      standing.forEach((id, known) -> put(passing.containsKey(id) ? null : known, id, numbered));
      above.forEach((id, known) -> put(known, id, numbered));
      return numbered;
    }

    private void put(@Nullable Progress known, UUID id, Map<Integer, Progress> numbered) {
      var number = numbers.get(id);
      if (known != null && number != null) {
        numbered.put(number, known);
      }
    }

    /** Between two forecasts against the same plan the numbers stay. */
    private void number(Basis basis) {
      if (basis.projects() != numberedBy || basis.size() != numbers.size()) {
        numbers.clear();
        for (int activity = 0; activity < basis.size(); activity++) {
          numbers.put(basis.idOf(activity), activity);
        }
        numberedBy = basis.projects();
      }
    }
  }

  /** The activities that were told of, each with all its reports in the order they were made. */
  private static Map<UUID, List<Said>> add(
      List<ProgressReport> told, Map<UUID, List<Said>> byActivity) {
    var touched = new HashMap<UUID, List<Said>>();
    for (var report : told) {
      var all = byActivity.computeIfAbsent(report.activityId(), id -> new ArrayList<>());
      all.add(new Said(report.id(), report.facts()));
      touched.put(report.activityId(), all);
    }
    touched.values().forEach(all -> all.sort(AS_MADE));
    return touched;
  }

  private static void stand(Collection<UUID> activities, Map<UUID, List<Said>> byActivity, LocalDate today,
      Map<UUID, Progress> standing) {
    for (var activity : activities) {
      var counting = byActivity.getOrDefault(activity, List.of()).stream()
          .map(Said::facts).filter(facts -> !facts.on().isAfter(today)).toList();
      var progress = Progress.of(counting);
      if (progress == null) {
        standing.remove(activity);
      } else {
        standing.put(activity, progress);
      }
    }
  }
}
