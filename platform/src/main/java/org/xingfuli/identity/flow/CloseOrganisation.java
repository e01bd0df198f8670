package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.store.OrganisationStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * An organisation closes once nobody works in it and nothing stands below it, or opens again. What it has done keeps its
 * name.
 */
@Component
public class CloseOrganisation {

  private final Transactions transactions;
  private final OrganisationStore store;
  private final PersonStore people;
  private final Audit audit;
  private final Clock clock;

  CloseOrganisation(
      Transactions transactions, OrganisationStore store, PersonStore people, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** Closes it; closing again changes nothing. */
  public void close(UUID id) {
    transactions.here(() -> {
      var known = held(id);
      if (known.closed()) {
        return;
      }
      var faults = new ArrayList<Refusal>();
      if (known.kind() == OrganisationKind.DISTRICT) {
        faults.add(Refusal.of("identity.district-stays"));
      }
      long below = store.openBelow(id);
      long active = people.activeIn(id);
      if (below + active > 0) {
        faults.add(Refusal.of("identity.organisation-in-use", Map.of("people", active, "below", below)));
      }
      if (!faults.isEmpty()) {
        throw new Refused(faults);
      }
      store.setClosed(id, clock.instant());
      audit.record("identity.close-organisation", new Subject("organisation", id), Map.of("name", known.name()));
    });
  }

  /** Opens it again below a parent that is open, unless another has taken its name meanwhile. */
  public void reopen(UUID id) {
    transactions.here(() -> {
      var known = held(id);
      if (!known.closed()) {
        return;
      }
      var faults = new ArrayList<Refusal>();
      var parent = known.parentId();
      if (parent != null && store.find(parent).filter(above -> !above.closed()).isEmpty()) {
        faults.add(Refusal.of("identity.unknown-organisation", Map.of("pointer", "/parentId")));
      }
      if (store.nameTaken(known)) {
        faults.add(Refusal.of("identity.organisation-known", Map.of("pointer", "/name", "name", known.name())));
      }
      if (!faults.isEmpty()) {
        throw new Refused(faults);
      }
      store.setClosed(id, null);
      audit.record("identity.reopen-organisation", new Subject("organisation", id), Map.of("name", known.name()));
    });
  }

  private Organisation held(UUID id) {
    return Found.orRefuse(store.hold(id).filter(found -> Reach.has(store.reach(id))));
  }
}
