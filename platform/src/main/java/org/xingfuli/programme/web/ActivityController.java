package org.xingfuli.programme.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.PlannedWhy;
import org.xingfuli.programme.Why;
import org.xingfuli.programme.flow.ExplainDate;
import org.xingfuli.programme.flow.ExplainNode;
import org.xingfuli.programme.flow.ExplainPlan;
import org.xingfuli.programme.flow.ReportProgress;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.ProjectStore;

/** One activity: why it stands where it stands, and what was reported of it. */
@RestController
@RequestMapping("/api/activities/{id}")
class ActivityController {

  private final Transactions transactions;
  private final ProjectStore projects;
  private final ProgressStore reports;
  private final ExplainDate explain;
  private final ExplainPlan explainPlan;
  private final ExplainNode explainNode;
  private final ReportProgress report;

  ActivityController(Transactions transactions, ProjectStore projects, ProgressStore reports, ExplainDate explain,
      ExplainPlan explainPlan, ExplainNode explainNode, ReportProgress report) {
    this.transactions = transactions;
    this.projects = projects;
    this.reports = reports;
    this.explain = explain;
    this.explainPlan = explainPlan;
    this.explainNode = explainNode;
    this.report = report;
  }

  @GetMapping("/why")
  @Requires(Permission.PROGRAMME_READ)
  Why why(@PathVariable UUID id) {
    return explain.why(id);
  }

  /** Why it stands where it stands in one plan, a draft above all: the timetable shows drafts before any freeze. */
  @GetMapping("/why/{planId}")
  @Requires(Permission.PROGRAMME_READ)
  PlannedWhy whyInPlan(@PathVariable UUID id, @PathVariable UUID planId) {
    return explainPlan.why(id, planId);
  }

  /** Why the node it carries, or the latest one of its project, cannot be kept, and what would keep it. */
  @GetMapping("/failing")
  @Requires(Permission.PROGRAMME_READ)
  FailureView failing(@PathVariable UUID id) {
    return FailureView.of(explainNode.of(id));
  }

  /** Newest last. */
  @GetMapping("/progress-reports")
  @Requires(Permission.PROGRAMME_READ)
  List<ReportRow> reports(@PathVariable UUID id) {
    return transactions.here(() -> {
      Unknown.unless(projects.activity(id));
      return ReportRow.of(reports.ofActivity(id));
    });
  }

  @PostMapping("/progress-reports")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRESS_REPORT)
  ReportRow report(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid ReportRow.Body body) {
    var taken = report.report(key, body.of(id)).id();
    return reports(id).stream().filter(row -> row.id().equals(taken)).findFirst().orElseThrow(Unknown::row);
  }
}
