package org.xingfuli.programme.flow;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.ProjectReach;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.store.ProjectStore;

/** Tells identity what an appointment to a project reaches. */
@Component
class AppointedProjects implements ProjectReach {

  private final ProjectStore projects;

  AppointedProjects(ProjectStore projects) {
    this.projects = projects;
  }

  @Override
  public List<ReachedProject> find(Collection<UUID> ids) {
    return projects.list(ids).stream().map(project -> new ReachedProject(project.id(), project.name(), project.area(),
        project.estates().stream().map(Project.Share::estateId).collect(Collectors.toSet()))).toList();
  }

  @Override
  public Set<UUID> inCommunities(Collection<String> communities) {
    return Set.copyOf(projects.inCommunities(communities));
  }
}
