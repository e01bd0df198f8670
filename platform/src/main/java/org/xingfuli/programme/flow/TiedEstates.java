package org.xingfuli.programme.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Estates;
import org.xingfuli.estate.StreetTies;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.store.ProjectStore;

/** Keeps an estate from leaving its street alone while a project holds it together with neighbours that stay. */
@Component
class TiedEstates implements StreetTies {

  private final Transactions transactions;
  private final Estates estates;
  private final ProjectStore projects;

  TiedEstates(Transactions transactions, Estates estates, ProjectStore projects) {
    this.transactions = transactions;
    this.estates = estates;
    this.projects = projects;
  }

  @Override
  public List<Refusal> against(Estate estate, String street) {
    // Projects count that the person who moves the estate may not see.
    return transactions.as(SystemScope.of("programme.tied-estates"), () ->
        projects.list(projects.holding(List.of(estate.id()))).stream()
            .flatMap(project -> tie(project, estate, street)).toList());
  }

  private Stream<Refusal> tie(Project project, Estate estate, String street) {
    var others = project.estates().stream().map(Project.Share::estateId).filter(id -> !id.equals(estate.id())).toList();
    var staying = estates.list(others).stream().filter(other -> !other.street().equals(street)).map(Estate::name).toList();
    return staying.isEmpty() ? Stream.empty()
        : Stream.of(Refusal.of("programme.estate-tied-to-project", Map.of("pointer", "/street", "estate", estate.name(),
            "project", project.code() + " " + project.name(), "neighbours", staying)));
  }
}
