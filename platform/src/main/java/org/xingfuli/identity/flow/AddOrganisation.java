package org.xingfuli.identity.flow;

import java.util.ArrayList;
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
import org.xingfuli.identity.UtilityService;
import org.xingfuli.identity.store.OrganisationStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/** An organisation joins the tree. */
@Component
public class AddOrganisation {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final OrganisationStore store;
  private final OrganisationCheck check;
  private final Audit audit;

  AddOrganisation(
      Transactions transactions, RequestLedger ledger, OrganisationStore store, OrganisationCheck check, Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.check = check;
    this.audit = audit;
  }

  /** What is to be added; the service only and always of a utility. */
  public record Wanted(
      UUID parentId, OrganisationKind kind, String name, @Nullable String area, @Nullable UtilityService service,
      @Nullable String contact, @Nullable String phone, @Nullable String address) {

    /** One of which nothing but its place is known. */
    public static Wanted plain(UUID parentId, OrganisationKind kind, String name, @Nullable String area) {
      return new Wanted(parentId, kind, name, area, null, null, null, null);
    }
  }

  public Organisation add(@Nullable String key, Wanted wanted) {
    return transactions.here(
        () -> ledger.once(key, "identity.add-organisation", Organisation.class, () -> insert(wanted)));
  }

  private Organisation insert(Wanted wanted) {
    var parent = store.find(wanted.parentId()).orElse(null);
    var organisation =
        new Organisation(UuidV7.create(), wanted.parentId(), wanted.kind(), wanted.name().strip(), wanted.area(),
            wanted.service(), OrganisationCheck.tidy(wanted.contact()), OrganisationCheck.tidy(wanted.phone()),
            OrganisationCheck.tidy(wanted.address()), false);
    var faults = new ArrayList<>(check.faults(organisation, parent));
    var area = organisation.area();
    if (area != null && store.areaTaken(area)) {
      faults.add(Refusal.of("identity.area-taken", Map.of("pointer", "/area", "area", area)));
    }
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    var reach = area != null ? area : Objects.requireNonNull(Objects.requireNonNull(parent).area());
    store.insert(organisation, reach);
    audit.record("identity.add-organisation", new Subject("organisation", organisation.id()),
        Map.of("kind", organisation.kind(), "name", organisation.name(), "reach", reach));
    return organisation;
  }
}
