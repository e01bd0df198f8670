package org.xingfuli.programme.flow;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Keeps a project that another year took over as it was left: what is reported or decided from then on belongs where it goes
 * on, and said here it would be lost to that year. Money of the old year may still come in late.
 */
@Component
class GoesOn {

  private final ProjectStore projects;

  GoesOn(ProjectStore projects) {
    this.projects = projects;
  }

  /** Why nothing is reported or decided of the project here, with its year and code there; empty while it stands here. */
  List<Refusal> elsewhere(Project project) {
    return projects.successorOf(project.id()).stream().map(next -> Refusal.of("programme.goes-on-elsewhere", Map.of(
        "project", project.code() + " " + project.name(), "year", next.toYear(), "code", next.toCode()))).toList();
  }
}
