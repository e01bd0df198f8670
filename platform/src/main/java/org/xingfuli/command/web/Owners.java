package org.xingfuli.command.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.command.model.StoredChart;
import org.xingfuli.identity.Organisations;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.ForecastNode.Mover;

/** What areas and organisations are called, as of one answer. */
final class Owners {

  private final Map<String, String> areas;
  private final Map<UUID, String> organisations = new HashMap<>();

  Owners(Organisations all) {
    this.areas = all.areaNames();
    all.all().forEach(organisation -> organisations.put(organisation.id(), organisation.name()));
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
