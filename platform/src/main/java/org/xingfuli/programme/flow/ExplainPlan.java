package org.xingfuli.programme.flow;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.PlannedWhy;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.PlannedChain;
import org.xingfuli.programme.model.ProgrammeNetwork;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.model.WindowOverrun;
import org.xingfuli.programme.model.WindowRemarks;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Answers why a date of one plan is what it is, from what the plan was stored with; drafts answer before anything is
 * frozen. A project the caller does not see stays unnamed.
 */
@Component
public class ExplainPlan {

  private final Transactions transactions;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final Frozen frozen;
  private final Standing standing;
  private final UtilityWindows windows;
  private final Calendars calendars;

  ExplainPlan(Transactions transactions, ProjectStore projects, PlanStore plans, Frozen frozen, Standing standing,
      UtilityWindows windows, Calendars calendars) {
    this.transactions = transactions;
    this.projects = projects;
    this.plans = plans;
    this.frozen = frozen;
    this.standing = standing;
    this.windows = windows;
    this.calendars = calendars;
  }

  /** What the caller may see, asked before anything is read with wider eyes. */
  private record Asked(Project project, Plan plan, Set<UUID> visible, UtilityWindows.Agreed agreed) {}

  public PlannedWhy why(UUID activityId, UUID planId) {
    var asked = transactions.here(() -> {
      var activity = projects.activity(activityId).orElseThrow(Unknown::row);
      var project = projects.find(activity.projectId()).orElseThrow(Unknown::row);
      var plan = plans.find(planId).filter(each -> each.programmeId().equals(project.programmeId()))
          .orElseThrow(Unknown::row);
      var visible = projects.ofProgramme(project.programmeId());
      return new Asked(project, plan, visible.stream().map(Project::id).collect(Collectors.toSet()), windows.of(visible));
    });
    var calendar = calendars.current();
    return transactions.as(SystemScope.of("programme.why"), () -> {
      var baseline = frozen.baseline(asked.plan());
      var network = ProgrammeNetwork.of(baseline.basis(), calendar);
      var chain = new PlannedChain(network, baseline.rows(), baseline.dates(),
          standing.of(asked.plan().programmeId(), baseline.basis()), asked.visible()::contains);
      return explained(activityId, asked, baseline, chain);
    });
  }

  private static PlannedWhy explained(UUID activityId, Asked asked, Frozen.Baseline baseline, PlannedChain chain) {
    var number = chain.number(activityId);
    if (number == null) {
      throw new Refused(Refusal.of("programme.not-in-plan",
          Map.of("project", asked.project().code(), "plan", asked.plan().version())));
    }
    var row = baseline.rows().get(number);
    var template = baseline.basis().templateOf(number);
    var plan = asked.plan();
    return new PlannedWhy(
        activityId, asked.project().id(), asked.project().name(), template.code(), template.name(),
        new PlannedWhy.InPlan(plan.id(), plan.version(), plan.state().name()), row.start(), row.finish(),
        row.latestStart(), baseline.basis().rules().state(false, row.floatDays(), false), row.floatDays(),
        WindowRemarks.in(chain.to(number), activityId, chain.nameOf(number), id -> overrun(chain, id, asked, baseline)),
        chain.node(number), chain.successors(number));
  }

  private static @Nullable WindowOverrun overrun(PlannedChain chain, UUID activityId, Asked asked, Frozen.Baseline baseline) {
    var number = requireNonNull(chain.number(activityId));
    return asked.agreed().overrun(baseline.basis().projectOf(number).id(), baseline.basis().templateOf(number).code(),
        baseline.rows().get(number).finish());
  }
}
