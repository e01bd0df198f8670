package org.xingfuli.identity.flow;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.OrganisationStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * An organisation is renamed or told anew how to be reached, or one without an area of its own moves below another parent
 * and takes its people along. A utility keeps its service while somebody signs for it.
 */
@Component
public class ChangeOrganisation {

  private final Transactions transactions;
  private final OrganisationStore store;
  private final PersonStore people;
  private final AppointmentStore appointments;
  private final OrganisationCheck check;
  private final Audit audit;

  ChangeOrganisation(Transactions transactions, OrganisationStore store, PersonStore people, AppointmentStore appointments,
      OrganisationCheck check, Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.people = people;
    this.appointments = appointments;
    this.check = check;
    this.audit = audit;
  }

  /** What changes; what is absent stays, and an empty contact, phone or address is taken away. */
  public record Change(
      @Nullable String name, @Nullable UUID parentId, @Nullable UtilityService service, @Nullable String contact,
      @Nullable String phone, @Nullable String address) {

    Organisation of(Organisation known) {
      return new Organisation(known.id(), parentId == null ? known.parentId() : parentId, known.kind(),
          name == null ? known.name() : name.strip(), known.area(), service == null ? known.service() : service,
          instead(known.contact(), contact), instead(known.phone(), phone), instead(known.address(), address),
          known.closed());
    }

    private static @Nullable String instead(@Nullable String known, @Nullable String text) {
      return text == null ? known : OrganisationCheck.tidy(text);
    }
  }

  /** Changes what is given and leaves the rest. */
  public Organisation change(UUID id, Change wanted) {
    return transactions.here(() -> {
      var known = Found.orRefuse(store.find(id).filter(found -> Reach.has(store.reach(id))));
      var changed = wanted.of(known);
      if (known.kind() == OrganisationKind.DISTRICT) {
        changeDistrict(changed, wanted.parentId());
      } else {
        change(known, changed);
      }
      audit.record("identity.change-organisation", new Subject("organisation", id),
          Map.of("from", known.name(), "to", changed.name(), "fields", fields(known, changed)));
      return changed;
    });
  }

  private void changeDistrict(Organisation changed, @Nullable UUID parentId) {
    var faults = new ArrayList<Refusal>();
    if (parentId != null) {
      faults.add(Refusal.of("identity.wrong-parent", Map.of("pointer", "/parentId")));
    }
    if (changed.name().isBlank() || changed.name().length() > 100) {
      faults.add(Refusal.of("identity.bad-name", Map.of("pointer", "/name", "maximum", 100)));
    }
    OrganisationCheck.checkContact(changed, faults);
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    store.update(changed, Objects.requireNonNull(changed.area()));
  }

  private void change(Organisation known, Organisation changed) {
    var parent = store.find(Objects.requireNonNull(changed.parentId())).orElse(null);
    var faults = check.faults(changed, parent);
    long signing = known.service() == changed.service() ? 0 : appointments.holdersIn(known.id(), Role.UTILITY_OFFICER);
    if (signing > 0) {
      faults.add(Refusal.of("identity.service-signed-for", Map.of("pointer", "/service", "people", signing)));
    }
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    var reach = known.area() != null ? known.area() : Objects.requireNonNull(Objects.requireNonNull(parent).area());
    store.update(changed, reach);
    people.moveArea(changed.id(), reach);
  }

  /** The names of what changed; what it says may name a person and stays out of the record. */
  private static TreeSet<String> fields(Organisation known, Organisation changed) {
    var fields = new TreeSet<String>();
    var pairs = Map.of("name", same(known.name(), changed.name()), "parent", same(known.parentId(), changed.parentId()),
        "service", same(known.service(), changed.service()), "contact", same(known.contact(), changed.contact()),
        "phone", same(known.phone(), changed.phone()), "address", same(known.address(), changed.address()));
    pairs.forEach((field, same) -> {
      if (!same) {
        fields.add(field);
      }
    });
    return fields;
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return Objects.equals(one, other);
  }
}
