package org.xingfuli.identity.flow;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** An organisation is renamed, or one without an area of its own moves below another parent and takes its people along. */
@Component
public class ChangeOrganisation {

  private final Transactions transactions;
  private final OrganisationStore store;
  private final PersonStore people;
  private final OrganisationCheck check;
  private final Audit audit;

  ChangeOrganisation(Transactions transactions, OrganisationStore store, PersonStore people, OrganisationCheck check,
      Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.people = people;
    this.check = check;
    this.audit = audit;
  }

  /** Changes what is given and leaves the rest. */
  public Organisation change(UUID id, @Nullable String name, @Nullable UUID parentId) {
    return transactions.here(() -> {
      var known = Found.orRefuse(store.find(id).filter(found -> Reach.has(store.reach(id))));
      var changed = new Organisation(id, parentId == null ? known.parentId() : parentId, known.kind(),
          name == null ? known.name() : name.strip(), known.area());
      if (known.kind() == OrganisationKind.DISTRICT) {
        renameDistrict(changed, parentId);
      } else {
        move(known, changed);
      }
      audit.record("identity.change-organisation", new Subject("organisation", id),
          Map.of("from", known.name(), "to", changed.name()));
      return changed;
    });
  }

  private void renameDistrict(Organisation changed, @Nullable UUID parentId) {
    if (parentId != null) {
      throw new Refused(Refusal.of("identity.wrong-parent", Map.of("pointer", "/parentId")));
    }
    if (changed.name().isBlank() || changed.name().length() > 100) {
      throw new Refused(Refusal.of("identity.bad-name", Map.of("pointer", "/name", "maximum", 100)));
    }
    store.update(changed, Objects.requireNonNull(changed.area()));
  }

  private void move(Organisation known, Organisation changed) {
    var parent = store.find(Objects.requireNonNull(changed.parentId())).orElse(null);
    var faults = check.faults(changed, parent);
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    var reach = known.area() != null ? known.area() : Objects.requireNonNull(Objects.requireNonNull(parent).area());
    store.update(changed, reach);
    people.moveArea(changed.id(), reach);
  }
}
