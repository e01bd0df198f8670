package org.xingfuli.programme.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.PastReport;
import org.xingfuli.programme.ProgressReported;
import org.xingfuli.programme.ProgressStatement;
import org.xingfuli.programme.model.Progress;
import org.xingfuli.programme.model.ProgressCheck;
import org.xingfuli.programme.model.ProgressReport;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.ProjectStore.ActivityRow;
import org.xingfuli.wire.RequestLedger;

/** Takes a report from the site, as of today's business date, for an activity the caller sees. */
@Component
public class ReportProgress {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProjectStore projects;
  private final ProgressStore reports;
  private final ForecastStore forecasts;
  private final GoesOn goesOn;
  private final ApplicationEventPublisher events;
  private final BusinessClock today;
  private final Clock system;

  ReportProgress(Transactions transactions, RequestLedger ledger, Audit audit, ProjectStore projects,
      ProgressStore reports, ForecastStore forecasts, GoesOn goesOn, ApplicationEventPublisher events, BusinessClock today,
      Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.projects = projects;
    this.reports = reports;
    this.forecasts = forecasts;
    this.goesOn = goesOn;
    this.events = events;
    this.today = today;
    this.system = system;
  }

  public ProgressReport report(@Nullable String key, ProgressStatement said) {
    return transactions.here(() -> {
      var taken = new ArrayList<ProgressReport>();
      var id = ledger.once(key, "programme.progress", UUID.class, () -> {
        taken.addAll(takenDown(List.of(now(said))));
        return taken.getFirst().id();
      });
      return taken.isEmpty() ? before(said.activityId(), id) : taken.getFirst();
    });
  }

  /** What was taken down under this key before. */
  private ProgressReport before(UUID activityId, UUID id) {
    return reports.ofActivity(activityId).stream().filter(report -> report.id().equals(id)).findFirst()
        .orElseThrow(Unknown::row);
  }

  /** Several reports as one act: all or none. */
  public void reportAll(List<ProgressStatement> said) {
    transactions.here(() -> {
      takenDown(said.stream().map(this::now).toList());
    });
  }

  /** Several reports of others as one act: all or none. The audit names who takes them over. */
  public void takeOver(List<PastReport> reports) {
    transactions.here(() -> {
      takenDown(reports);
    });
  }

  PastReport now(ProgressStatement said) {
    return new PastReport(said, CurrentScope.get().principal(), CurrentScope.get().actor(),
        system.instant().truncatedTo(ChronoUnit.MICROS)); // as the database keeps it
  }

  /** Joins the running transaction. The faults of all are told at once, each with its place when there are several. */
  List<ProgressReport> takenDown(List<PastReport> all) {
    var taken = new ArrayList<ProgressReport>();
    var programmes = new HashMap<UUID, Set<UUID>>();
    var known = new HashMap<UUID, Project>();
    var faults = new ArrayList<Refusal>();
    for (int at = 0; at < all.size(); at++) {
      var made = all.get(at);
      var said = made.said();
      reports.lock(said.activityId()); // first, so that a project moving to another street is seen where it is
      var activity = projects.activity(said.activityId()).orElseThrow(Unknown::row);
      var project = known.get(activity.projectId());
      if (project == null) {
        project = projects.find(activity.projectId()).orElseThrow(Unknown::row);
        known.put(project.id(), project);
        faults.addAll(goesOn.elsewhere(project));
      }
      try {
        taken.add(one(made, activity, project));
        programmes.computeIfAbsent(project.programmeId(), id -> new HashSet<>()).add(activity.id());
      } catch (Refused refused) {
        var line = "/lines/" + at;
        refused.refusals().forEach(why -> faults.add(all.size() == 1 ? why : placed(why, line)));
      }
    }
    Refused.ifAny(faults);
    programmes.forEach((programme, activities) ->
        events.publishEvent(new ProgressReported(UuidV7.create(), programme, activities)));
    return taken;
  }

  static Refusal placed(Refusal why, String line) {
    var values = new HashMap<>(why.values());
    values.put("pointer", line + values.getOrDefault("pointer", ""));
    return Refusal.of(why.code(), values);
  }

  private ProgressReport one(PastReport made, ActivityRow activity, Project project) {
    var said = made.said();
    var report = checked(made, activity.area(), activity.projectId());
    reports.insert(report);
    var facts = new HashMap<String, Object>(Map.of(
        "project", project.code(), "activity", activity.code(), "percent", said.percent(),
        "daysLost", said.daysLost()));
    if (said.reason() != null) {
      facts.put("reason", said.reason().name());
    }
    audit.record("programme.progress", new Subject("activity", activity.id()), facts);
    return report;
  }

  private ProgressReport checked(PastReport made, String area, UUID projectId) {
    var said = made.said();
    var date = today.today();
    var before = reports.ofActivity(said.activityId()).stream().map(ProgressReport::facts).toList();
    var refusals = ProgressCheck.faults(before, said.percent(), said.daysLost(), said.reason(), said.actualStart(),
        said.actualFinish(), date);
    if (!refusals.isEmpty()) {
      throw new Refused(refusals);
    }
    var known = Progress.of(before);
    var start = said.actualStart();
    if (start == null && said.percent() > 0 && (known == null || !known.started())) {
      start = presumedStart(said.activityId(), said.actualFinish(), date);
    }
    var finish = said.actualFinish();
    if (finish == null && said.percent() == 100) {
      // Work that is finished already keeps its day when something else of it is corrected.
      finish = known == null || known.finish() == null ? date : known.finish();
    }
    return new ProgressReport(UuidV7.create(), said.activityId(), projectId, area, date, made.at(),
        made.reporter(), made.reporterName(), said.percent(), said.daysLost(), said.reason(),
        said.note().strip(), start, finish);
  }

  private LocalDate presumedStart(UUID activityId, @Nullable LocalDate finish, LocalDate date) {
    var latest = finish == null ? date : finish;
    return forecasts.activity(activityId).map(row -> row.start().isBefore(latest) ? row.start() : latest)
        .orElse(latest);
  }
}
