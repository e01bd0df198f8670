package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.LinkRequestStore;
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

  /** How long the first administrator's word waits for the second's. */
  private static final Duration WAITS = Duration.ofHours(24);
  /** Who has set another's password so recently may still be the one who signs in. */
  private static final Duration IN_HAND = Duration.ofDays(30);

  /** Whose hat an administrator must not come by. */
  private static final Set<Role> GUARDED = Set.of(Role.AUDITOR, Role.SECURITY_OFFICER);

  private final Transactions transactions;
  private final PersonStore people;
  private final Rights rights;
  private final Links links;
  private final LinkRequestStore requests;
  private final Audit audit;
  private final Clock clock;

  ResetPassword(Transactions transactions, PersonStore people, Rights rights, Links links, LinkRequestStore requests,
      Audit audit, Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.rights = rights;
    this.links = links;
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
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
        new Refused(Refusal.of("identity.second-administrator-needed", Map.of("hours", WAITS.toHours()))));
  }

  /** Somebody who never had a password has nothing yet that could be taken over. */
  private boolean guarded(Person person) {
    return person.passwordHash() != null
        && rights.holding(person.id()).stream().anyMatch(held -> GUARDED.contains(held.role()));
  }

  private Optional<String> byTwo(UUID personId) {
    var me = CurrentScope.get().principal();
    var now = clock.instant();
    var first = requests.askedBy(personId, now.minus(WAITS));
    if (first.isPresent() && independent(first.get(), me)) {
      requests.delete(personId);
      return Optional.of(links.forPerson(personId));
    }
    requests.put(personId, me, now);
    audit.record("identity.password-link-ask", new Subject("person", personId), Map.of());
    return Optional.empty();
  }

  /** Asked with the system's eyes: what the caller does not see must not count as absent. */
  private boolean independent(UUID one, UUID other) {
    var since = clock.instant().minus(IN_HAND);
    return !one.equals(other) && transactions.as(SystemScope.of("identity.two-administrators"), () ->
        !requests.hasInHand(one, other, since) && !requests.hasInHand(other, one, since));
  }
}
