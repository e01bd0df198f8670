package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.IdentityProperties;
import org.xingfuli.identity.model.OneTimeLink;
import org.xingfuli.identity.model.OneTimeLink.Purpose;
import org.xingfuli.identity.model.OneTimeToken;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.LinkStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.UuidV7;

/** One-time links are made and looked at; a new one makes the earlier ones for the same purpose worthless. */
@Component
public class Links {

  private final Transactions transactions;
  private final LinkStore links;
  private final PersonStore people;
  private final Audit audit;
  private final IdentityProperties properties;
  private final Clock clock;

  Links(Transactions transactions, LinkStore links, PersonStore people, Audit audit, IdentityProperties properties,
      Clock clock) {
    this.transactions = transactions;
    this.links = links;
    this.people = people;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  /** What a link opens, for whoever holds it. */
  public record Opened(OneTimeLink link, @Nullable Person person) {}

  /** Makes the link for the first holder of a hat that nobody wears yet; returns its token. */
  public String forFirst(Purpose purpose) {
    if (purpose.role() == null) {
      throw new IllegalArgumentException(purpose + " is somebody's who is on record");
    }
    return transactions.as(SystemScope.of("identity.setup"), () -> make(purpose, null));
  }

  /** What the token opens, if it still does. */
  public Optional<Opened> open(String token) {
    return transactions.as(SystemScope.of("identity.setup"), () -> opened(token));
  }

  /** Makes a link that lets the person set a password, inside a transaction that runs; returns its token. */
  String forPerson(UUID personId) {
    var token = make(Purpose.SET_PASSWORD, personId);
    audit.record("identity.password-link", new Subject("person", personId), Map.of());
    return token;
  }

  Optional<Opened> opened(String token) {
    return links.find(OneTimeToken.hash(token), clock.instant()).flatMap(link -> {
      var id = link.personId();
      return id == null
          ? Optional.of(new Opened(link, null))
          : people.find(id).filter(person -> !person.disabled()).map(person -> new Opened(link, person));
    });
  }

  private String make(Purpose purpose, @Nullable UUID personId) {
    var token = OneTimeToken.create();
    var now = clock.instant();
    links.withdraw(purpose, personId, now);
    links.insert(new OneTimeLink(UuidV7.create(), purpose, personId, now.plus(properties.signIn().link())),
        OneTimeToken.hash(token), CurrentScope.get().principal(), now);
    return token;
  }
}
