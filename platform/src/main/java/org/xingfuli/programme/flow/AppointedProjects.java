package org.xingfuli.programme.flow;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
    var years = projects.goingOn(ids);
    var known = projects.list(years.values().stream().flatMap(List::stream).collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(Project::id, project -> project));
    return ids.stream().distinct().filter(known::containsKey).map(id -> {
      var project = Objects.requireNonNull(known.get(id));
      var standsAs = Set.copyOf(years.getOrDefault(id, List.of(id)));
      return new ReachedProject(id, project.name(), project.area(), standsAs, standsAs.stream().map(known::get)
          .filter(Objects::nonNull).flatMap(each -> each.estates().stream()).map(Project.Share::estateId).collect(Collectors.toSet()));
    }).toList();
  }

  @Override
  public Set<UUID> lineOf(UUID project) {
    return Set.copyOf(projects.lineOf(project));
  }

  @Override
  public Set<UUID> inCommunities(Collection<String> communities) {
    return Set.copyOf(projects.inCommunities(communities));
  }
}
