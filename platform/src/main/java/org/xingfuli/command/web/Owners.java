package org.xingfuli.command.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.command.model.StoredChart;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.Organisations;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.Words;

/** What areas and organisations are called, and what of them the reader sees, as of one answer. */
final class Owners {

  private static final Words SEEN = Words.of("本人可见的项目", "the projects visible to you");

  private final String district;
  private final List<Organisation> all;
  private final Map<String, String> areas;
  private final Map<UUID, String> organisations = new HashMap<>();

  Owners(Organisations known) {
    this.district = known.districtName();
    this.all = known.all();
    this.areas = known.areaNames();
    all.forEach(organisation -> organisations.put(organisation.id(), organisation.name()));
  }

  /**
   * What figures are counted of: the district for whoever sees all of it, their names where it is whole streets. A community or
   * single projects have no name under which anybody would look for such figures; they are called what they are.
   */
  Words seen() {
    var scope = CurrentScope.get();
    var reached = all.stream().filter(each -> each.area() != null && scope.areas().contains(each.area())).toList();
    if (reached.stream().anyMatch(each -> each.kind() == OrganisationKind.DISTRICT)) {
      return both(List.of(district));
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

  String area(String code) {
    return areas.getOrDefault(code, code);
  }

  /** Who answers for a project: its delivery agent, otherwise its contractor, otherwise its street. */
  String of(StoredChart.Row row) {
    var name = named(row.deliveryAgent());
    if (name == null) {
      name = named(row.contractor());
    }
    return name == null ? area(row.street()) : name;
  }

  /** Whose move a node in trouble is. */
  @Nullable String of(ForecastNode cell, StoredChart.Row row) {
    var kind = cell.moverKind();
    if (kind == null) {
      return null;
    }
    var name = named(cell.mover());
    if (name != null) {
      return name;
    }
    return kind == Mover.STREET ? area(row.street()) : kind.label().zh();
  }

  /** Whose move a cause is: the organisation where one is appointed, otherwise the kind of party. */
  String of(Mover kind, @Nullable UUID organisation, StoredChart.Row row) {
    var name = named(organisation);
    if (name == null && kind == Mover.DELIVERY_AGENT) {
      name = named(row.deliveryAgent());
    }
    if (name == null && kind == Mover.CONTRACTOR) {
      name = named(row.contractor());
    }
    return name != null ? name : kind == Mover.STREET ? area(row.street()) : kind.label().zh();
  }

  private @Nullable String named(@Nullable UUID id) {
    return id == null ? null : organisations.get(id);
  }
}
