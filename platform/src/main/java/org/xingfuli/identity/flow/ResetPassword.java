package org.xingfuli.identity.flow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.model.Ask;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * An administrator has a link made that lets somebody set a new password. Whoever holds such a link is that person, so
 * one for an auditor or a security administrator takes two administrators, neither of whom has the other in hand;
 * docs/decisions/0013 and 0014.
 */
@Component
public class ResetPassword {

  /** Whose hat an administrator must not come by. */
  private static final Set<Role> GUARDED = Set.of(Role.AUDITOR, Role.SECURITY_OFFICER);

  private final Transactions transactions;
  private final PersonStore people;
  private final Rights rights;
  private final Links links;
  private final TwoPeople two;
  private final Audit audit;

  ResetPassword(Transactions transactions, PersonStore people, Rights rights, Links links, TwoPeople two,
      Audit audit) {
    this.transactions = transactions;
    this.people = people;
    this.rights = rights;
    this.links = links;
    this.two = two;
    this.audit = audit;
  }

  /**
   * Makes the link and returns its token.
   *
   * @throws Refused {@code identity.second-administrator-needed} for one of the other hats, when nobody else has asked yet; that this
   *     one has asked is kept
   */
  public String link(UUID personId) {
    Optional<String> token = transactions.here(() -> {
      var person = Found.orRefuse(people.hold(personId));
      return guarded(person) ? byTwo(personId) : Optional.of(links.forPerson(personId));
    });
    return token.orElseThrow(() ->
        new Refused(Refusal.of("identity.second-administrator-needed", Map.of("hours", TwoPeople.WAITS.toHours()))));
  }

  /** Somebody who never had a password has nothing yet that could be taken over. */
  private boolean guarded(Person person) {
    return person.passwordHash() != null
        && rights.holding(person.id()).stream().anyMatch(held -> GUARDED.contains(held.role()));
  }

  private Optional<String> byTwo(UUID personId) {
    if (two.seconded(Ask.PASSWORD_LINK, personId)) {
      two.forget(Ask.PASSWORD_LINK, personId);
      return Optional.of(links.forPerson(personId));
    }
    two.ask(Ask.PASSWORD_LINK, personId);
    audit.record("identity.password-link-ask", new Subject("person", personId), Map.of());
    return Optional.empty();
  }
}
