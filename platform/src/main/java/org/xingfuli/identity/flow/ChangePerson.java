package org.xingfuli.identity.flow;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.flow.RegisterPerson.PersonCheck;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.OrganisationStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Somebody is called or reached otherwise, or moves to another organisation. What the person may do stays: an appointment
 * is given and taken by those who grant rights. Who signs for a utility does not move, since that right follows the firm.
 */
@Component
public class ChangePerson {

  private final Transactions transactions;
  private final PersonStore people;
  private final OrganisationStore organisations;
  private final AppointmentStore appointments;
  private final Audit audit;

  ChangePerson(Transactions transactions, PersonStore people, OrganisationStore organisations,
      AppointmentStore appointments, Audit audit) {
    this.transactions = transactions;
    this.people = people;
    this.organisations = organisations;
    this.appointments = appointments;
    this.audit = audit;
  }

  /** What changes; what is absent stays, and an empty phone is taken away. */
  public record Change(
      @Nullable String name, @Nullable String title, @Nullable UUID organisationId, @Nullable String phone) {}

  /** Changes what is given and leaves the rest. */
  public void change(UUID id, Change wanted) {
    transactions.here(() -> {
      var known = Found.orRefuse(people.hold(id));
      var home = wanted.organisationId() == null ? known.organisationId() : wanted.organisationId();
      var faults = new ArrayList<>(PersonCheck.faults(known.signInName(), or(wanted.name(), known.name()),
          or(wanted.title(), known.title())));
      faults.addAll(PersonCheck.phoneFaults(wanted.phone()));
      boolean moves = !home.equals(known.organisationId());
      if (moves && organisations.hold(home).filter(to -> !to.closed() && Reach.has(organisations.reach(home))).isEmpty()) {
        faults.add(Refusal.of("identity.unknown-organisation", Map.of("pointer", "/organisationId")));
      }
      if (moves && appointments.ofPeople(Set.of(id)).stream().anyMatch(one -> one.role() == Role.UTILITY_OFFICER)) {
        faults.add(Refusal.of("identity.signs-for-service", Map.of("pointer", "/organisationId")));
      }
      if (!faults.isEmpty()) {
        throw new Refused(faults);
      }
      people.update(new Person(id, known.signInName(), or(wanted.name(), known.name()), or(wanted.title(), known.title()),
          home, moves ? organisations.reach(home) : known.area(),
          wanted.phone() == null ? known.phone() : OrganisationCheck.tidy(wanted.phone()), null, null, null));
      audit.record("identity.change-person", new Subject("person", id), moves
          ? Map.of("fromOrganisation", known.organisationId(), "toOrganisation", home)
          : Map.of());
    });
  }

  private static String or(@Nullable String wanted, String known) {
    return wanted == null ? known : wanted.strip();
  }
}
