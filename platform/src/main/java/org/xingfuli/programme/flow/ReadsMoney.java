package org.xingfuli.programme.flow;

import java.util.Collection;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.identity.People;
import org.xingfuli.programme.model.Project;

/**
 * Whether the caller reads amounts. Indices and shares of a budget tell everybody how a project goes; what it costs is for those
 * who deal with its money.
 */
@Component
class ReadsMoney {

  private final People people;

  ReadsMoney(People people) {
    this.people = people;
  }

  /** Of all the projects: an amount beside a share could not be added. */
  boolean ofAll(Collection<Project> projects) {
    var scope = CurrentScope.get();
    return switch (scope.kind()) {
      case SYSTEM -> true;
      case NONE -> false;
      case PERSON -> people.scopeOf(scope.principal(), Permission.MONEY_READ)
          .filter(money -> projects.stream().allMatch(project -> within(money, project))).isPresent();
    };
  }

  private static boolean within(Scope money, Project project) {
    return money.projects().contains(project.id()) || money.areas().stream().anyMatch(project.area()::startsWith);
  }
}
