package org.xingfuli.programme.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.Basis.ProjectBasis;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Quantities;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.TemplateStore;

/** Collects everything a plan of today would be computed from. */
@Component
class BasisOf {

  private final ProgrammeStore programmes;
  private final TemplateStore templates;
  private final ProjectStore projects;
  private final ProjectQuantities quantities;
  private final UtilityWindows windows;
  private final PlanStore plans;

  BasisOf(ProgrammeStore programmes, TemplateStore templates, ProjectStore projects, ProjectQuantities quantities,
      UtilityWindows windows, PlanStore plans) {
    this.programmes = programmes;
    this.templates = templates;
    this.projects = projects;
    this.quantities = quantities;
    this.windows = windows;
    this.plans = plans;
  }

  /** With what was adopted into the frozen plan. Refuses a programme without projects, of which there is nothing to plan. */
  Basis of(Programme programme) {
    var basis = asOfNow(programme);
    if (basis.projects().isEmpty()) {
      throw new Refused(Refusal.of("programme.no-projects", Map.of("year", programme.year())));
    }
    return plans.frozen(programme.id()).map(plan -> plans.basis(plan.id()).adopted())
        .map(adopted -> basis.adopting(adopted.lasting())).orElse(basis);
  }

  Basis asOfNow(Programme programme) {
    var all = projects.ofProgramme(programme.id());
    var template = templates.activities(programme.id());
    var ids = new HashMap<String, UUID>();
    projects.activities(programme.id()).forEach(row -> ids.put(row.projectId() + row.code(), row.id()));
    var amounts = quantities.of(all);
    var agreed = windows.of(all);
    return new Basis(
        programme.year(), programme.starts(), programme.rules(), template, templates.crews(programme.id()),
        programmes.nodes(programme.id()),
        all.stream().map(project -> new ProjectBasis(
            project.id(), project.name(), project.street(), project.area(), mainEstate(project), project.sizeClass(),
            project.planting(), project.earliestStart(), amounts.getOrDefault(project.id(), Quantities.NONE),
            template.stream().map(activity -> idOf(ids, project, activity.code())).toList(),
            agreed.begins(project.id()))).toList()).with(projects.extras(programme.id()));
  }

  private static UUID idOf(Map<String, UUID> ids, Project project, String code) {
    var id = ids.get(project.id() + code);
    if (id == null) {
      throw new IllegalStateException("project " + project.id() + " has no activity " + code);
    }
    return id;
  }

  private static UUID mainEstate(Project project) {
    return project.estates().isEmpty() ? project.id() : project.estates().getFirst().estateId();
  }
}
