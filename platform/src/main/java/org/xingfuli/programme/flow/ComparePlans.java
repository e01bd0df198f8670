package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlanStore;

/** Compares two plans of a year, such as two baselines: which activities have other dates, as far as the caller sees them. */
@Component
public class ComparePlans {

  private final Transactions transactions;
  private final PlanStore plans;
  private final Frozen frozen;

  ComparePlans(Transactions transactions, PlanStore plans, Frozen frozen) {
    this.transactions = transactions;
    this.plans = plans;
    this.frozen = frozen;
  }

  /**
   * @param added activities only the second plan holds
   * @param removed activities only the first holds
   * @param changes activities with other dates, the largest shift first
   */
  public record Comparison(Plan one, Plan other, int activities, int added, int removed, List<Change> changes) {}

  /** Dates of an activity in both plans; shift in days of its finish. */
  public record Change(UUID activityId, UUID projectId, String project, String code, Words name, LocalDate startBefore,
      LocalDate finishBefore, LocalDate startAfter, LocalDate finishAfter, int shift) {}

  public Comparison compare(UUID one, UUID other) {
    return transactions.picture(() -> {
      var first = plans.find(one).orElseThrow(Unknown::row);
      var second = plans.find(other).filter(plan -> plan.programmeId().equals(first.programmeId())).orElseThrow(Unknown::row);
      var basis = transactions.as(SystemScope.of("programme.compare"), () -> frozen.baseline(second)).basis();
      var before = new HashMap<UUID, Dates>();
      plans.dates(one).forEach(row -> before.put(row.activityId(), row));
      var after = plans.dates(other);
      var changes = new ArrayList<Change>();
      var added = 0;
      for (var row : after) {
        var was = before.remove(row.activityId());
        if (was == null) {
          added++;
        } else if (!was.start().equals(row.start()) || !was.finish().equals(row.finish())) {
          var template = basis.templateOf(row.position());
          changes.add(new Change(row.activityId(), row.projectId(), basis.projectOf(row.position()).name(), template.code(),
              template.name(), was.start(), was.finish(), row.start(), row.finish(),
              (int) (row.finish().toEpochDay() - was.finish().toEpochDay())));
        }
      }
      changes.sort(Comparator.<Change>comparingInt(change -> -Math.abs(change.shift()))
          .thenComparing(Change::project).thenComparing(Change::code));
      return new Comparison(first, second, after.size(), added, before.size(), changes);
    });
  }
}
