package org.xingfuli.evidence.flow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.EstatePlaces;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceWithdrawn;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;

/**
 * Whoever sent an item takes it back, with a reason, or who answers for the street or the plan does; the item and its file stay
 * for whoever asks later.
 */
@Component
public class WithdrawEvidence {

  private static final int LEAST = 2;
  private static final int MOST = 200;

  /** Who takes back what others have sent. */
  private static final Set<Role> ANYBODYS = Set.of(Role.PLANNER, Role.STREET_OFFICER);

  private final Transactions transactions;
  private final EvidenceStore store;
  private final EstatePlaces places;
  private final People people;
  private final BusinessClock clock;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  WithdrawEvidence(Transactions transactions, EvidenceStore store, EstatePlaces places, People people,
      BusinessClock clock, Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.store = store;
    this.places = places;
    this.people = people;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  public EvidenceItem withdraw(UUID id, String said) {
    return transactions.here(() -> {
      var item = store.lock(id).orElseThrow(Problems::absent);
      if (takenBack(List.of(item)).isEmpty()) {
        throw new Refused(Refusal.of("evidence.not-yours"));
      }
      var reason = said.replaceAll("\\p{Cntrl}", " ").strip();
      if (reason.length() < LEAST || reason.length() > MOST) {
        throw new Refused(Refusal.of("evidence.reason-needed", Map.of("pointer", "/reason", "most", MOST)));
      }
      if (item.withdrawn() != null) {
        throw new Refused(Refusal.of("evidence.withdrawn-already"));
      }
      var by = CurrentScope.get().principal();
      store.withdraw(id, clock.now(), by, reason);
      audit.record("evidence.withdraw", new Subject("evidence", id),
          Map.of("estate", item.estateId(), "by", by, "reason", reason));
      events.publishEvent(new EvidenceWithdrawn(UuidV7.create(), id, item.estateId()));
      return store.find(id).orElseThrow();
    });
  }

  /** Those of the items that whoever asks may still take back. */
  public Set<UUID> open(Collection<EvidenceItem> items) {
    var scope = CurrentScope.get();
    return scope.kind() == Scope.Kind.PERSON && people.scopeOf(scope.principal(), Permission.EVIDENCE_ATTACH).isEmpty()
        ? Set.of()
        : takenBack(items.stream().filter(item -> item.withdrawn() == null).toList());
  }

  private Set<UUID> takenBack(Collection<EvidenceItem> items) {
    var scope = CurrentScope.get();
    if (scope.kind() == Scope.Kind.SYSTEM) {
      return items.stream().map(EvidenceItem::id).collect(Collectors.toSet());
    }
    var estates = places.places(items.stream().map(EvidenceItem::estateId).collect(Collectors.toSet()));
    var anybodys = people.reach(scope.principal(), ANYBODYS);
    return items.stream().filter(item -> {
      var place = estates.get(item.estateId());
      return item.uploadedBy().equals(scope.principal())
          || place != null && anybodys.test(place.area(), item.estateId());
    }).map(EvidenceItem::id).collect(Collectors.toSet());
  }
}
