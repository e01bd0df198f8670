package org.xingfuli.programme.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.store.ProjectStore;

/** Who is appointed to the projects of a programme. */
@Component
class Parties {

  private final Transactions transactions;
  private final ProjectStore projects;
  private final Names names;

  Parties(Transactions transactions, ProjectStore projects, Names names) {
    this.transactions = transactions;
    this.projects = projects;
    this.names = names;
  }

  Book of(UUID programmeId) {
    var all = transactions.here(() -> projects.ofProgramme(programmeId));
    return new Book(all.stream().collect(Collectors.toMap(Project::id, project -> project)), names.open());
  }

  /** The appointments as of one moment. */
  record Book(Map<UUID, Project> projects, Names.Book names) {

    String owner(UUID projectId, Mover mover) {
      var project = projects.get(projectId);
      return project == null ? mover.label().zh() : names.owner(project, mover);
    }
  }
}
