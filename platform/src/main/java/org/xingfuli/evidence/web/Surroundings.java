package org.xingfuli.evidence.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.evidence.EstatePlaces;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceProperties;
import org.xingfuli.evidence.model.Remark;
import org.xingfuli.identity.People;

/** The names around some items, looked up once for all of them. */
final class Surroundings {

  private final Map<UUID, EstatePlaces.Place> estates;
  private final Map<UUID, String> people;
  private final EvidenceProperties properties;

  private Surroundings(Map<UUID, EstatePlaces.Place> estates, Map<UUID, String> people, EvidenceProperties properties) {
    this.estates = estates;
    this.people = people;
    this.properties = properties;
  }

  String estate(UUID id) {
    var place = estates.get(id);
    return place == null ? "" : place.name();
  }

  String person(UUID id, String title) {
    return people.getOrDefault(id, title);
  }

  List<Remark> remarks(EvidenceItem item) {
    return Remark.on(item, properties.timeApart(), properties.placeApart());
  }

  /** Looks the names up. */
  @Component
  static class Maker {
    private final EstatePlaces places;
    private final People people;
    private final EvidenceProperties properties;

    Maker(EstatePlaces places, People people, EvidenceProperties properties) {
      this.places = places;
      this.people = people;
      this.properties = properties;
    }

    Surroundings of(Collection<EvidenceItem> items) {
      var estates = new HashSet<UUID>();
      var persons = new HashSet<UUID>();
      for (var item : items) {
        estates.add(item.estateId());
        persons.add(item.uploadedBy());
        var withdrawn = item.withdrawn();
        if (withdrawn != null) {
          persons.add(withdrawn.by());
        }
      }
      return new Surroundings(places.places(estates), people.names(persons), properties);
    }

    List<EvidenceView> views(List<EvidenceItem> items) {
      var around = of(items);
      return items.stream().map(item -> EvidenceView.of(item, around)).toList();
    }
  }
}
