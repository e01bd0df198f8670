package org.xingfuli.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.Rights;
import org.xingfuli.identity.flow.Sessions;
import org.xingfuli.identity.model.Appointment;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.PersonStore;

/** People, for the other modules: what to call them, and how far they may look at this moment. */
@Component
public class People {

  private final Transactions transactions;
  private final PersonStore store;
  private final Rights rights;
  private final Sessions sessions;
  private final AppointmentStore appointments;

  People(Transactions transactions, PersonStore store, Rights rights, Sessions sessions,
      AppointmentStore appointments) {
    this.transactions = transactions;
    this.store = store;
    this.rights = rights;
    this.sessions = sessions;
    this.appointments = appointments;
  }

  /** What people are called where an act of theirs is shown, title first; ids that are nobody's are left out. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return transactions.as(SystemScope.of("identity.names"), () -> store.byIds(ids)).stream()
        .collect(Collectors.toMap(Person::id, Person::actor));
  }

  /** How far the permission reaches for the person now; nothing when the person has it no more, or was disabled. */
  public Optional<Scope> scopeOf(UUID personId, Permission permission) {
    return rights.of(personId).filter(signedIn -> signedIn.may(permission)).map(s -> s.scopeFor(permission));
  }

  /** Whether the session is still the person's: not signed out, not ended by somebody else, not too old. */
  public boolean signedIn(UUID personId, String session) {
    return sessions.stands(personId, session);
  }

  /** Who holds the role today: over an office that reaches the area, and in the project, where they are named. */
  public List<UUID> holders(Role role, @Nullable String area, @Nullable UUID project) {
    return transactions.as(
        SystemScope.of("identity.names"), () -> appointments.holders(role, area, project, rights.today()));
  }

  /** The roles the person holds today, as appointed. */
  public List<Role> offices(UUID personId) {
    return transactions.as(
        SystemScope.of("identity.names"), () -> rights.holding(personId).stream().map(Appointment::role).toList());
  }
}
