package org.xingfuli.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.CheckToken;
import org.xingfuli.identity.flow.Rights;
import org.xingfuli.identity.flow.Sessions;
import org.xingfuli.identity.model.Appointment;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.PersonStore;

/** People, for the other modules: what to call them, and how far they may look at this moment. */
@Component
public class People {

  /**
   * Topic of the {@link org.xingfuli.database.Bulletin}: midnight has passed in the district, and appointments ended or began
   * with it. Whoever holds something open for people asks {@link #scopeOf} again.
   */
  public static final String DAY_TURNED = "identity.day-turned";

  private static final int MOST_OF_ONE = 200;

  private final Transactions transactions;
  private final PersonStore store;
  private final AppointmentStore appointments;
  private final ObjectProvider<ProjectReach> projects;
  private final Rights rights;
  private final Sessions sessions;
  private final CheckToken tokens;

  People(Transactions transactions, PersonStore store, AppointmentStore appointments, ObjectProvider<ProjectReach> projects,
      Rights rights, Sessions sessions, CheckToken tokens) {
    this.transactions = transactions;
    this.store = store;
    this.appointments = appointments;
    this.projects = projects;
    this.rights = rights;
    this.sessions = sessions;
    this.tokens = tokens;
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

  /** Those of an organisation whose account is open and who hold the permission today. */
  public List<UUID> of(UUID organisation, Permission permission) {
    return transactions.as(SystemScope.of("identity.names"), () -> store.page(null, organisation, "", MOST_OF_ONE)).stream()
        .filter(person -> !person.disabled()).map(Person::id)
        .filter(id -> rights.of(id).filter(person -> person.may(permission)).isPresent()).toList();
  }

  /** How far the permission reaches for the person now; nothing when the person has it no more, or was disabled. */
  public Optional<Scope> scopeOf(UUID personId, Permission permission) {
    return rights.of(personId).filter(signedIn -> signedIn.may(permission)).map(s -> s.scopeFor(permission));
  }

  /**
   * Who is in charge today by one of the roles over one of the areas (exactly, not what lies above or below) or in one of
   * the projects; whoever stands in for somebody follows after those who hold the office, and says for whom.
   */
  public List<InCharge> inCharge(Collection<Role> roles, Collection<String> areas, Collection<UUID> projects) {
    return transactions.as(SystemScope.of("identity.in-charge"), () -> {
      var today = rights.today();
      var held = appointments.over(roles, areas, projects).stream().filter(one -> one.holdsOn(today)).toList();
      var offices = appointments.byIds(held.stream().map(Appointment::actingFor).flatMap(Stream::ofNullable).toList())
          .stream().collect(Collectors.toMap(Appointment::id, Appointment::personId));
      var people = store.byIds(Stream.concat(held.stream().map(Appointment::personId), offices.values().stream())
          .distinct().toList()).stream().collect(Collectors.toMap(Person::id, person -> person));
      var inCharge = new ArrayList<InCharge>();
      for (var one : held) {
        var person = people.get(one.personId());
        if (person != null && !person.disabled()) {
          var holder = one.actingFor() == null ? null : people.get(offices.get(one.actingFor()));
          inCharge.add(new InCharge(person.id(), one.role(), person.actor(), person.organisationId(), one.area(),
              one.projectId(), holder == null ? null : holder.id(), holder == null ? null : holder.actor(),
              one.validTo()));
        }
      }
      return List.copyOf(inCharge);
    });
  }

  /**
   * Somebody in charge.
   *
   * @param name title and name
   * @param actingFor for whom, where somebody stands in; the name beside it
   * @param validTo last day, if there is one
   */
  public record InCharge(
      UUID personId, Role role, String name, UUID organisationId, @Nullable String area, @Nullable UUID projectId,
      @Nullable UUID actingFor, @Nullable String actingForName, @Nullable LocalDate validTo) {}

  /**
   * Whether the session is still the person's (not signed out, not ended by somebody else, not too old), or the token still
   * opens.
   */
  public boolean stands(UUID personId, HeldBy held) {
    var session = held.session();
    var token = held.token();
    return session != null && sessions.stands(personId, session) || token != null && tokens.stands(personId, token);
  }

  /**
   * Who holds the role today: over an office that reaches the area, and in the project or what it was carried over from, where
   * they are named.
   */
  public List<UUID> holders(Role role, @Nullable String area, @Nullable UUID project) {
    var reach = projects.getIfAvailable();
    return transactions.as(SystemScope.of("identity.names"), () -> appointments.holders(role, area,
        project == null ? null : reach == null ? Set.of(project) : reach.lineOf(project), rights.today()));
  }

  /** Whether one of the roles, as the person holds it today, reaches the estate in the area. */
  public boolean reaches(UUID personId, Collection<Role> by, String area, UUID estate) {
    return reach(personId, by).test(area, estate);
  }

  /** The same for many estates: read once, and asked by the area and the estate in it. */
  public BiPredicate<String, UUID> reach(UUID personId, Collection<Role> by) {
    var grants = rights.of(personId).stream().flatMap(person -> person.grants().stream())
        .filter(grant -> by.contains(grant.role())).toList();
    return (area, estate) -> grants.stream()
        .anyMatch(grant -> grant.estates().contains(estate) || grant.over(area));
  }

  /** The roles the person holds today, as appointed. */
  public List<Role> offices(UUID personId) {
    return transactions.as(
        SystemScope.of("identity.names"), () -> rights.holding(personId).stream().map(Appointment::role).toList());
  }
}
