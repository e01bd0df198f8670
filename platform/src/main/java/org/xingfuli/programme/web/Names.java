package org.xingfuli.programme.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.ProjectDraft;
import org.xingfuli.programme.model.Project;

/** What areas and organisations are called. */
@Component
class Names {

  private final Organisations organisations;

  Names(Organisations organisations) {
    this.organisations = organisations;
  }

  /** A reading of the names, good for one answer. */
  Book open() {
    var byId = new HashMap<UUID, Organisation>();
    organisations.all().forEach(organisation -> byId.put(organisation.id(), organisation));
    return new Book(organisations.areaNames(), byId);
  }

  /** Names as of one moment. */
  record Book(Map<String, String> areas, Map<UUID, Organisation> organisations) {

    String area(String code) {
      return areas.getOrDefault(code, code);
    }

    @Nullable String called(@Nullable UUID id) {
      var organisation = id == null ? null : organisations.get(id);
      return organisation == null ? null : organisation.name();
    }

    /** The organisation meant by an id or by its exact name; nobody when blank, absent when not said. */
    @Nullable UUID meant(@Nullable String said, String pointer) {
      if (said == null) {
        return null;
      }
      if (said.isBlank()) {
        return ProjectDraft.NOBODY;
      }
      return organisations.values().stream()
          .filter(each -> each.name().equals(said.strip()) || each.id().toString().equals(said.strip()))
          .map(Organisation::id).findFirst()
          .orElseThrow(() -> new Refused(Refusal.of("programme.party-unknown",
              Map.of("name", said.strip(), "pointer", pointer))));
    }

    /** Who is meant by a kind of mover at a project: the appointed organisation, or the kind itself. */
    String owner(Project project, Mover mover) {
      var party = switch (mover) {
        case DELIVERY_AGENT -> called(project.deliveryAgent());
        case CONTRACTOR -> called(project.contractor());
        case SUPERVISOR -> called(project.supervisor());
        case STREET -> area(project.street());
        case UTILITY, COMMAND -> null;
      };
      return party == null ? mover.label().zh() : party;
    }
  }
}
