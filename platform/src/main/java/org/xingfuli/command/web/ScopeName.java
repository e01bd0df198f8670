package org.xingfuli.command.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.Organisations;
import org.xingfuli.programme.Words;

/** What figures are counted of, in words: they count what their reader sees, which is not always the district. */
@Component
class ScopeName {

  private static final Words SEEN = Words.of("本人可见的项目", "the projects visible to you");

  private final Organisations organisations;

  ScopeName(Organisations organisations) {
    this.organisations = organisations;
  }

  /**
   * The district for whoever sees all of it, their names where it is whole streets. A community or single projects have no name
   * under which anybody would look for such figures; they are called what they are.
   */
  Words ofReader() {
    var scope = CurrentScope.get();
    var reached = organisations.all().stream()
        .filter(each -> each.area() != null && scope.areas().contains(each.area())).toList();
    if (reached.stream().anyMatch(each -> each.kind() == OrganisationKind.DISTRICT)) {
      return both(List.of(organisations.districtName()));
    }
    boolean wholeStreets = !reached.isEmpty() && reached.size() == scope.areas().size()
        && reached.stream().allMatch(each -> each.kind() == OrganisationKind.STREET)
        && scope.estates().isEmpty() && scope.projects().isEmpty();
    return wholeStreets ? both(reached.stream().map(Organisation::name).toList()) : SEEN;
  }

  /** Areas have one name in both languages. */
  private static Words both(List<String> names) {
    return Words.of(String.join("、", names), String.join(", ", names));
  }
}
