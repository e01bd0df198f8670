package org.xingfuli.estate.flow;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xingfuli.exchange.estates.Gazetteer;
import org.xingfuli.exchange.estates.Gazetteer.Place;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.Organisations;

/** The streets and communities of the district, as the organisation tree has them. */
@Component
public class Places {

  private final Organisations organisations;

  Places(Organisations organisations) {
    this.organisations = organisations;
  }

  /** All streets and communities by name and area code. */
  public Gazetteer gazetteer() {
    var all = organisations.all();
    return new Gazetteer(places(all, OrganisationKind.STREET), places(all, OrganisationKind.COMMUNITY));
  }

  private static List<Place> places(List<Organisation> all, OrganisationKind kind) {
    return all.stream()
        .filter(organisation -> organisation.kind() == kind && organisation.area() != null)
        .map(organisation -> new Place(String.valueOf(organisation.area()), organisation.name()))
        .toList();
  }
}
