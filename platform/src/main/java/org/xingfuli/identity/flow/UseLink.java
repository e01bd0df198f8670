package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.flow.Links.Opened;
import org.xingfuli.identity.model.PasswordRules;
import org.xingfuli.identity.model.SignInName;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.LinkStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Whoever holds a one-time link sets a password, and on an empty installation becomes the first to open accounts, or the first to grant rights. */
@Component
public class UseLink {

  private static final Scope SETUP = SystemScope.of("identity.setup");

  private static final UUID NOBODY = new UUID(0, 0);

  private final Transactions transactions;
  private final Links links;
  private final LinkStore store;
  private final AppointmentStore appointments;
  private final Rights rights;
  private final PersonStore people;
  private final RegisterPerson register;
  private final Appoint appoint;
  private final District district;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final SignInGuard guard;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  UseLink(Transactions transactions, Links links, LinkStore store, AppointmentStore appointments, Rights rights,
      PersonStore people, RegisterPerson register, Appoint appoint, District district, PasswordRules rules,
      Passwords passwords, SignInGuard guard, Sessions sessions, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.links = links;
    this.store = store;
    this.appointments = appointments;
    this.rights = rights;
    this.people = people;
    this.register = register;
    this.appoint = appoint;
    this.district = district;
    this.rules = rules;
    this.passwords = passwords;
    this.guard = guard;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Uses the link. A password that is refused leaves the link as it was.
   *
   * @param signInName and {@code name}: asked only of the first of a hat
   * @throws Refused {@code identity.link-spent}, or everything wrong with what was typed
   */
  public void use(String token, @Nullable String signInName, @Nullable String name, String password) {
    var opened = links.open(token).orElseThrow(UseLink::spent);
    var known = opened.person();
    var account = known == null ? SignInName.of(Objects.requireNonNullElse(signInName, "")) : known.signInName();
    var role = opened.link().purpose().role();
    if (role != null && transactions.as(SETUP, () -> worn(role))) {
      throw spent();
    }
    var faults = new ArrayList<>(rules.faults(password, account, "/password"));
    if (known == null) {
      faults.addAll(RegisterPerson.PersonCheck.faults(account, Objects.requireNonNullElse(name, ""), "管理员"));
    }
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    var hash = passwords.hash(password);
    var person = transactions.as(SETUP, () -> spend(opened, account, Objects.requireNonNullElse(name, ""), hash));
    sessions.end(person, null);
  }

  private UUID spend(Opened opened, String account, String name, String hash) {
    if (!store.use(opened.link().id(), clock.instant())) {
      throw spent();
    }
    var known = opened.person();
    var person = known == null ? first(opened.link().purpose().role(), account, name) : known.id();
    people.setPassword(person, hash, clock.instant());
    guard.forget(account);
    audit.record("identity.set-password", new Subject("person", person), Map.of("link", opened.link().id()));
    return person;
  }

  /** A person of its own for each hat: an account that is there already cannot be named, so no head gets a second. */
  private UUID first(@Nullable Role role, String account, String name) {
    if (role == null || worn(role)) {
      throw spent();
    }
    var home = district.ensured();
    var person = register.insert(new RegisterPerson.Wanted(name, role.words().zh(), account, home.id(), null));
    appoint.within(person, Appoint.Wanted.plain(role, home.area(), null));
    return person;
  }

  private boolean worn(Role role) {
    return appointments.others(role, NOBODY, rights.today()) > 0;
  }

  private static Refused spent() {
    return new Refused(Refusal.of("identity.link-spent"));
  }
}
