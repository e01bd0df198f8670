package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.model.SignInName;
import org.xingfuli.identity.store.OrganisationStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/** Somebody is put on record, without a password: that is set by the person through a one-time link. */
@Component
public class RegisterPerson {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final PersonStore people;
  private final OrganisationStore organisations;
  private final Links links;
  private final Audit audit;
  private final Clock clock;

  RegisterPerson(Transactions transactions, RequestLedger ledger, PersonStore people, OrganisationStore organisations,
      Links links, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.people = people;
    this.organisations = organisations;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who is to be put on record. */
  public record Wanted(
      String name, String title, String signInName, UUID organisationId, @Nullable String phone) {}

  /** The person's id, and the token of the link that sets the password. */
  public record Registered(UUID id, String token) {}

  /**
   * Puts the person on record. A repeated request finds the same person but gets a new link, since a token is stored
   * nowhere, neither here nor among the answered requests.
   */
  public Registered register(@Nullable String key, Wanted wanted) {
    return transactions.here(() -> {
      var id = ledger.once(key, "identity.register", UUID.class, () -> insert(wanted));
      return new Registered(id, links.forPerson(id));
    });
  }

  /** {@link #register} without a link, inside a transaction that runs. */
  UUID insert(Wanted wanted) {
    var name = SignInName.of(wanted.signInName());
    var faults = new ArrayList<>(PersonCheck.faults(name, wanted.name(), wanted.title()));
    faults.addAll(PersonCheck.phoneFaults(wanted.phone()));
    if (!open(wanted.organisationId())) {
      faults.add(Refusal.of("identity.unknown-organisation", Map.of("pointer", "/organisationId")));
    }
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    var person = new Person(UuidV7.create(), name, wanted.name().strip(), wanted.title().strip(), wanted.organisationId(),
        organisations.reach(wanted.organisationId()), OrganisationCheck.tidy(wanted.phone()), null, null, null);
    if (!people.insert(person, clock.instant())) {
      throw new Refused(Refusal.of("identity.name-taken", Map.of("pointer", "/signInName", "name", name)));
    }
    audit.record("identity.register", new Subject("person", person.id()),
        Map.of("organisation", wanted.organisationId()));
    return person.id();
  }

  /** Whether people may be put there: within reach and not closed. The row is held, so that it does not close meanwhile. */
  private boolean open(UUID organisation) {
    return organisations.hold(organisation)
        .filter(found -> !found.closed() && Reach.has(organisations.reach(organisation))).isPresent();
  }

  /** What a record of a person needs. */
  static final class PersonCheck {

    private static final int LONGEST = 50;

    private PersonCheck() {}

    static List<Refusal> phoneFaults(@Nullable String phone) {
      var tidy = OrganisationCheck.tidy(phone);
      return tidy == null || tidy.matches(OrganisationCheck.PHONE)
          ? List.of()
          : List.of(Refusal.of("identity.bad-phone", Map.of("pointer", "/phone")));
    }

    static List<Refusal> faults(String signInName, String name, String title) {
      var faults = new ArrayList<Refusal>();
      if (!SignInName.valid(signInName)) {
        faults.add(Refusal.of("identity.bad-sign-in-name", Map.of("pointer", "/signInName", "name", signInName)));
      }
      if (name.isBlank() || name.strip().length() > LONGEST) {
        faults.add(Refusal.of("identity.bad-name", Map.of("pointer", "/name", "maximum", LONGEST)));
      }
      if (title.isBlank() || title.strip().length() > LONGEST) {
        faults.add(Refusal.of("identity.bad-name", Map.of("pointer", "/title", "maximum", LONGEST)));
      }
      return faults;
    }
  }
}
