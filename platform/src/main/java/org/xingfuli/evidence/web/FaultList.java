package org.xingfuli.evidence.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.evidence.EstatePlaces;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.evidence.store.VerificationStore.Fault;

/**
 * Names what a walk found, so that somebody can go and look: by the row as it stands now, and where the row is gone by what the
 * audit chain wrote down when it came in.
 */
@Component
class FaultList {

  private final EvidenceStore store;
  private final EstatePlaces places;
  private final Audit audit;

  FaultList(EvidenceStore store, EstatePlaces places, Audit audit) {
    this.store = store;
    this.places = places;
    this.audit = audit;
  }

  List<EvidenceFault> views(List<Fault> faults) {
    var items = store.list(faults.stream().map(fault -> fault.verified().id()).toList()).stream()
        .collect(Collectors.toMap(EvidenceItem::id, item -> item));
    var written = new HashMap<UUID, Map<String, Object>>();
    var estates = new HashSet<UUID>();
    for (var fault : faults) {
      var id = fault.verified().id();
      audit.recorded("evidence.attach", new Subject("evidence", id)).ifPresent(found -> written.put(id, found.facts()));
      estate(items.get(id), written.get(id), estates);
    }
    var named = places.places(estates);
    return faults.stream().map(fault -> {
      var verified = fault.verified();
      var item = items.get(verified.id());
      var facts = written.get(verified.id());
      var estate = estate(item, facts, estates);
      var place = estate == null ? null : named.get(estate);
      return new EvidenceFault(fault.number(), verified.id(), verified.findings(), verified.link(), verified.recordedAt(),
          place == null ? "" : place.name(), item == null ? null : item.kind(), item == null ? null : item.fileName(),
          facts == null ? item == null ? null : item.hash() : String.valueOf(facts.get("hash")),
          item == null ? null : item.uploader(), item == null ? null : item.receivedAt(),
          item != null && item.withdrawn() != null);
    }).toList();
  }

  /** The estate it came in for, as the chain says it: a changed row may name another. */
  private static @Nullable UUID estate(@Nullable EvidenceItem item, @Nullable Map<String, Object> facts, HashSet<UUID> into) {
    var told = facts == null ? null : facts.get("estate");
    var estate = told == null ? item == null ? null : item.estateId() : UUID.fromString(told.toString());
    if (estate != null) {
      into.add(estate);
    }
    return estate;
  }
}
