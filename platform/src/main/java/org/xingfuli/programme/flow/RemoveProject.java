package org.xingfuli.programme.flow;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.ProjectsChanged;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Takes a project out of its year. What it brought along from another year goes with it, for the other year keeps it; what
 * was reported here exists nowhere else, so such a project stays, as does one the frozen plan holds.
 */
@Component
public class RemoveProject {

  private final Transactions transactions;
  private final Audit audit;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final ProjectHistory history;
  private final ApplicationEventPublisher events;

  RemoveProject(Transactions transactions, Audit audit, ProjectStore projects, PlanStore plans,
      ProjectHistory history, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.audit = audit;
    this.projects = projects;
    this.plans = plans;
    this.history = history;
    this.events = events;
  }

  public void remove(UUID projectId) {
    transactions.here(() -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      var frozen = plans.frozen(project.programmeId());
      if (frozen.isPresent() && plans.dates(frozen.get().id()).stream()
          .anyMatch(dates -> dates.projectId().equals(projectId))) {
        throw new Refused(Refusal.of("programme.project-in-frozen-plan",
            Map.of("project", project.code() + " " + project.name(), "plan", frozen.get().version())));
      }
      var own = projects.ownReports(projectId);
      if (own > 0) {
        throw new Refused(Refusal.of("programme.project-has-reports",
            Map.of("project", project.code() + " " + project.name(), "reports", own)));
      }
      var copied = projects.delete(projectId);
      audit.record("programme.project-remove", new Subject("project", projectId),
          Map.of("code", project.code(), "name", project.name(), "copiedReports", copied));
      history.tell(project, "programme.project-remove", Words.of("移出年度", "taken out of the year"), "");
      events.publishEvent(new ProjectsChanged(UuidV7.create(), project.programmeId()));
    });
  }
}
