package org.xingfuli.evidence.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.evidence.EstatePlaces;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceProperties;
import org.xingfuli.evidence.flow.WithdrawEvidence;
import org.xingfuli.evidence.model.Remark;
import org.xingfuli.identity.People;

/** The names around some items, and which of them whoever asks may take back; looked up once for all of them. */
final class Surroundings {

  private final Map<UUID, EstatePlaces.Place> estates;
  private final Map<UUID, String> people;
  private final Set<UUID> open;
  private final EvidenceProperties properties;

  private Surroundings(Map<UUID, EstatePlaces.Place> estates, Map<UUID, String> people, Set<UUID> open,
      EvidenceProperties properties) {
    this.estates = estates;
    this.people = people;
    this.open = open;
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

  boolean mayWithdraw(EvidenceItem item) {
    return open.contains(item.id());
  }

  /** Looks them up. */
  @Component
  static class Maker {
    private final EstatePlaces places;
    private final People people;
    private final WithdrawEvidence withdraw;
    private final EvidenceProperties properties;

    Maker(EstatePlaces places, People people, WithdrawEvidence withdraw, EvidenceProperties properties) {
      this.places = places;
      this.people = people;
      this.withdraw = withdraw;
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
      return new Surroundings(places.places(estates), people.names(persons), withdraw.open(items),
          properties);
    }

    List<EvidenceView> views(List<EvidenceItem> items) {
      var around = of(items);
      return items.stream().map(item -> EvidenceView.of(item, around)).toList();
    }
  }
}
