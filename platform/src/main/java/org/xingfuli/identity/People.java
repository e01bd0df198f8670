package org.xingfuli.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.Rights;
import org.xingfuli.identity.flow.Sessions;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.PersonStore;

/** People, for the other modules: what to call them, and how far they may look at this moment. */
@Component
public class People {

  private final Transactions transactions;
  private final PersonStore store;
  private final Rights rights;
  private final Sessions sessions;

  People(Transactions transactions, PersonStore store, Rights rights, Sessions sessions) {
    this.transactions = transactions;
    this.store = store;
    this.rights = rights;
    this.sessions = sessions;
  }

  /** What people are called where an act of theirs is shown, title first; ids that are nobody's are left out. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return transactions.as(SystemScope.of("identity.names"), () -> store.byIds(ids)).stream()
        .collect(Collectors.toMap(Person::id, Person::actor));
  }

  /** The organisation somebody works for. */
  public Optional<UUID> organisationOf(UUID person) {
    return transactions.as(SystemScope.of("identity.names"), () -> store.find(person)).map(Person::organisationId);
  }

  /** How far the permission reaches for the person now; nothing when the person has it no more, or was disabled. */
  public Optional<Scope> scopeOf(UUID personId, Permission permission) {
    return rights.of(personId).filter(signedIn -> signedIn.may(permission)).map(s -> s.scopeFor(permission));
  }

  /** Whether the session is still the person's: not signed out, not ended by somebody else, not too old. */
  public boolean signedIn(UUID personId, String session) {
    return sessions.stands(personId, session);
  }
}
