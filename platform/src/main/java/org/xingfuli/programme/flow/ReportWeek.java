package org.xingfuli.programme.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.PastReport;
import org.xingfuli.programme.ProgressStatement;
import org.xingfuli.programme.WeeklyStatement;
import org.xingfuli.programme.model.ProgressReport;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.model.WeeklyReport;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.WeeklyStore;
import org.xingfuli.wire.RequestLedger;

/**
 * Takes a project's week in one act: its lines become progress reports like any other, so that there is one truth of how far
 * the works are; problems that need others, and photos, stand beside them.
 */
@Component
public class ReportWeek {

  /** What evidence knows a weekly report as. */
  public static final String SUBJECT = "weekly-report";

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProjectStore projects;
  private final WeeklyStore weeks;
  private final ReportProgress progress;
  private final Evidence evidence;
  private final GoesOn goesOn;
  private final BusinessClock today;
  private final Clock system;

  ReportWeek(Transactions transactions, RequestLedger ledger, Audit audit, ProjectStore projects, WeeklyStore weeks,
      ReportProgress progress, Evidence evidence, GoesOn goesOn, BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.projects = projects;
    this.weeks = weeks;
    this.progress = progress;
    this.evidence = evidence;
    this.goesOn = goesOn;
    this.today = today;
    this.system = system;
  }

  public UUID report(@Nullable String key, WeeklyStatement said) {
    return transactions.here(() -> ledger.once(key, "programme.weekly", UUID.class, () -> {
      var scope = CurrentScope.get();
      return taken(said, scope.principal(), scope.actor(), system.instant());
    }));
  }

  /** A week of others, for a history that is taken in; the audit names who takes it over. */
  public UUID takeOver(WeeklyStatement said, UUID reporter, String reporterName, Instant at) {
    return transactions.here(() -> taken(said, reporter, reporterName, at));
  }

  private UUID taken(WeeklyStatement said, UUID reporter, String reporterName, Instant at) {
    var project = projects.find(said.projectId()).orElseThrow(Unknown::row);
    var faults = faults(said, project);
    var lines = said.lines().stream().map(line -> new PastReport(line, reporter, reporterName, at)).toList();
    var reports = List.<ProgressReport>of();
    try {
      reports = lines.isEmpty() ? reports : progress.takenDown(lines);
    } catch (Refused refused) {
      // Told together with what is wrong beside the lines; the act is refused as a whole.
      refused.refusals().forEach(why -> faults.add(lines.size() == 1 ? ReportProgress.placed(why, "/lines/0") : why));
    }
    Refused.ifAny(faults);
    var lost = said.lines().stream().mapToInt(ProgressStatement::daysLost).sum();
    var date = today.today();
    var week = new WeeklyReport(UuidV7.create(), project.id(), project.area(), weekOf(said, date), date, at,
        reporter, reporterName, said.note().strip(), said.coordination().strip(),
        said.coordination().isBlank() ? null : said.with(), null, null, null, said.evidence(), lost);
    weeks.insert(week, reports.stream().map(ProgressReport::id).toList());
    if (!said.evidence().isEmpty()) {
      evidence.refer(said.evidence(), project.estates().getFirst().estateId(), SUBJECT, week.id());
    }
    audit.record("programme.weekly", new Subject("project", project.id()), Map.of("project", project.code(),
        "week", week.week(), "lines", reports.size(), "daysLost", lost, "coordination", !week.coordination().isEmpty(),
        "photos", said.evidence().size()));
    return week.id();
  }

  /** Its Monday: the running week's, or that of the week before for a report that was under way when its week ended. */
  private static LocalDate weekOf(WeeklyStatement said, LocalDate date) {
    return WeeklyReport.weekOf(Objects.requireNonNullElse(said.week(), date));
  }

  private List<Refusal> faults(WeeklyStatement said, Project project) {
    var faults = new ArrayList<Refusal>();
    var date = today.today();
    var behind = ChronoUnit.WEEKS.between(weekOf(said, date), WeeklyReport.weekOf(date));
    if (behind < 0 || behind > 1) {
      faults.add(Refusal.of("programme.weekly-week", Map.of("pointer", "/week", "week", weekOf(said, date))));
    }
    if (said.lines().isEmpty()) { // with lines the works say so
      faults.addAll(goesOn.elsewhere(project));
    }
    var own = new HashSet<UUID>();
    projects.activitiesOf(project.id()).forEach(row -> own.add(row.id()));
    var met = new HashSet<UUID>();
    for (int at = 0; at < said.lines().size(); at++) {
      var activity = said.lines().get(at).activityId();
      if (!own.contains(activity)) {
        throw Unknown.row();
      }
      if (!met.add(activity)) {
        faults.add(Refusal.of("programme.weekly-line-twice", Map.of("pointer", "/lines/" + at + "/activityId")));
      }
    }
    if (!said.coordination().isBlank() && said.with() == null) {
      faults.add(Refusal.of("programme.coordination-with-missing", Map.of("pointer", "/coordinationWith")));
    }
    if (said.lines().isEmpty() && said.note().isBlank() && said.coordination().isBlank() && said.evidence().isEmpty()) {
      faults.add(Refusal.of("programme.weekly-empty", Map.of("pointer", "/lines")));
    }
    return faults;
  }

  /** Notes how a problem that needed others was settled. */
  public void settle(UUID id, String how) {
    transactions.here(() -> {
      var report = weeks.find(id).orElseThrow(Unknown::row);
      if (how.isBlank()) {
        throw new Refused(Refusal.of("validation.missing", Map.of("pointer", "/how")));
      }
      if (weeks.settle(id, today.today(), CurrentScope.get().actor(), how.strip())) {
        audit.record("programme.weekly-settle", new Subject("project", report.projectId()),
            Map.of("week", report.week(), "coordination", report.coordination(), "how", how.strip()));
      }
    });
  }
}
