package org.xingfuli.programme.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.xingfuli.identity.People;
import org.xingfuli.identity.People.InCharge;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Words;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.store.ProjectStore;

/** Who is in charge of an estate: by its street and community, and by the projects it is in, which only the programme knows. */
@RestController
@RequestMapping("/api/estates/{id}/people")
class EstatePeopleController {

  private static final List<Role> BY_AREA = List.of(Role.STREET_OFFICER, Role.COMMUNITY_OFFICER);
  private static final List<Role> BY_PROJECT =
      List.of(Role.DELIVERY_AGENT, Role.CONTRACTOR, Role.SUPERVISOR, Role.PROPERTY_MANAGER);

  private final Transactions transactions;
  private final Estates estates;
  private final ProjectStore projects;
  private final People people;
  private final Names names;

  EstatePeopleController(Transactions transactions, Estates estates, ProjectStore projects, People people,
      Names names) {
    this.transactions = transactions;
    this.estates = estates;
    this.projects = projects;
    this.people = people;
    this.names = names;
  }

  /**
   * Somebody in charge.
   *
   * @param organisation the person's, or the firm the project names while nobody of it is appointed
   * @param name title and name; null while nobody is appointed
   * @param actingFor for whom, where somebody stands in
   * @param until last day of the office, where it has one
   * @param project the project it is held in, where there is one
   */
  record EstatePerson(
      Role role, Words roleName, @Nullable String organisation, @Nullable String name, @Nullable String actingFor,
      @Nullable LocalDate until, @Nullable String project) {}

  /** By role in the order of the chain, the holder before who stands in; of projects that were carried over only the later. */
  @GetMapping
  @Requires(Permission.PROGRAMME_READ)
  List<EstatePerson> ofEstate(@PathVariable UUID id) {
    var estate = estates.find(id).orElseThrow(Unknown::row);
    var held = transactions.here(() -> projects.list(projects.holding(List.of(id))).stream()
        .filter(project -> projects.successorOf(project.id()).isEmpty()).toList());
    var book = names.open();
    var found = new ArrayList<EstatePerson>();
    var community = estate.community();
    var areas = community == null ? List.of(estate.street()) : List.of(estate.street(), community);
    var inAreas = people.inCharge(BY_AREA, areas, List.of());
    var lines = transactions.here(() -> held.stream().collect(Collectors.toMap(Project::id, project -> projects.lineOf(project.id()))));
    var inProjects = people.inCharge(BY_PROJECT, List.of(), lines.values().stream().flatMap(List::stream).toList());
    for (var role : BY_AREA) {
      inAreas.stream().filter(one -> one.role() == role).forEach(one -> found.add(row(one, null, book)));
    }
    for (var role : BY_PROJECT) {
      for (var project : held) {
        var of = inProjects.stream().filter(one -> one.role() == role
            && lines.getOrDefault(project.id(), List.of()).contains(one.projectId())).toList();
        of.forEach(one -> found.add(row(one, project.name(), book)));
        var firm = book.called(firm(project, role));
        if (of.isEmpty() && firm != null) {
          found.add(new EstatePerson(role, role.words(), firm, null, null, null, project.name()));
        }
      }
    }
    return found;
  }

  private static EstatePerson row(InCharge one, @Nullable String project, Names.Book book) {
    return new EstatePerson(one.role(), one.role().words(), book.called(one.organisationId()), one.name(),
        one.actingForName(), one.validTo(), project);
  }

  private static @Nullable UUID firm(Project project, Role role) {
    return switch (role) {
      case DELIVERY_AGENT -> project.deliveryAgent();
      case CONTRACTOR -> project.contractor();
      case SUPERVISOR -> project.supervisor();
      default -> null;
    };
  }
}
