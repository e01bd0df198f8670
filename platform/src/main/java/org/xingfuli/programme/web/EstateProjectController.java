package org.xingfuli.programme.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.State;
import org.xingfuli.programme.flow.FreshForecast;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;

/** In which projects an estate is. The estate's own module stands below this one and cannot tell. */
@RestController
@RequestMapping("/api/estates/{id}/projects")
class EstateProjectController {

  private final Transactions transactions;
  private final Estates estates;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final ForecastStore forecasts;
  private final FreshForecast fresh;

  EstateProjectController(Transactions transactions, Estates estates, ProgrammeStore programmes,
      ProjectStore projects, ForecastStore forecasts, FreshForecast fresh) {
    this.transactions = transactions;
    this.estates = estates;
    this.programmes = programmes;
    this.projects = projects;
    this.forecasts = forecasts;
    this.fresh = fresh;
  }

  /** The projects of an estate the caller sees, the newest year first. */
  @GetMapping
  @Requires(Permission.PROGRAMME_READ)
  List<EstateProject> ofEstate(@PathVariable UUID id) {
    Unknown.unless(estates.find(id));
    var held = transactions.here(() -> projects.list(projects.holding(List.of(id))));
    held.stream().map(Project::programmeId).distinct().forEach(fresh::asOfToday);
    return transactions.here(() -> {
      var rows = new ArrayList<EstateProject>();
      for (var project : held) {
        rows.add(row(programmes.find(project.programmeId()).orElseThrow(Unknown::row), project, id));
      }
      rows.sort(Comparator.comparing(EstateProject::year).reversed().thenComparing(EstateProject::code));
      return rows;
    });
  }

  private EstateProject row(Programme programme, Project project, UUID estate) {
    var nodes = standing(project);
    var share = project.estates().stream().filter(part -> part.estateId().equals(estate)).findFirst()
        .orElseThrow(Unknown::row).share();
    return new EstateProject(project.id(), programme.id(), programme.year(), programme.name(), project.code(),
        project.name(), share, project.carriedOverFrom(), successor(project), worst(nodes).orElse(null), nodes);
  }

  private List<EstateProject.NodeStanding> standing(Project project) {
    var cells = forecasts.nodes(project.programmeId()).stream()
        .filter(cell -> cell.projectId().equals(project.id()))
        .collect(Collectors.toMap(ForecastNode::nodeId, cell -> cell));
    var standing = new ArrayList<EstateProject.NodeStanding>();
    for (var node : programmes.nodes(project.programmeId())) {
      var cell = cells.get(node.id());
      if (cell != null && cell.state() != State.NOT_APPLICABLE) {
        standing.add(new EstateProject.NodeStanding(
            node.id(), node.code(), node.name(), cell.due(), cell.finish(), cell.floatDays(), cell.state()));
      }
    }
    return standing;
  }

  private static Optional<State> worst(List<EstateProject.NodeStanding> nodes) {
    return nodes.stream().map(EstateProject.NodeStanding::state).min(State::compareTo);
  }

  private @Nullable Integer successor(Project project) {
    return projects.successorOf(project.id()).map(ProjectStore.Carried::toYear).orElse(null);
  }
}
