package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Accounts.Account;
import org.xingfuli.identity.Accounts.NewAccount;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.model.OneTimeToken;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.PersonStore;

/** The system opens an account with a generated password. */
@Component
public class OpenAccount {

  private final Transactions transactions;
  private final RegisterPerson register;
  private final Appoint appoint;
  private final Deputise deputise;
  private final AppointmentStore appointments;
  private final Rights rights;
  private final PersonStore people;
  private final Passwords passwords;
  private final Clock clock;

  OpenAccount(Transactions transactions, RegisterPerson register, Appoint appoint, Deputise deputise, PersonStore people,
      AppointmentStore appointments, Rights rights, Passwords passwords, Clock clock) {
    this.transactions = transactions;
    this.deputise = deputise;
    this.appointments = appointments;
    this.rights = rights;
    this.register = register;
    this.appoint = appoint;
    this.people = people;
    this.passwords = passwords;
    this.clock = clock;
  }

  public LocalDate today() {
    return rights.today();
  }

  public void deputise(UUID holder, Role role, UUID deputy, LocalDate to) {
    transactions.here(() -> appointments.ofPeople(Set.of(holder)).stream().filter(held -> held.role() == role).findFirst()
        .map(office -> deputise.within(holder, office.id(), new Deputise.Wanted(deputy, null, to))).orElseThrow());
  }

  public Account open(NewAccount wanted) {
    if (CurrentScope.get().kind() != Scope.Kind.SYSTEM) {
      throw new IllegalStateException("accounts with a password are opened by the system only");
    }
    var password = OneTimeToken.password();
    var hash = passwords.hash(password);
    return transactions.here(() -> {
      var id = register.insert(new RegisterPerson.Wanted(
          wanted.name(), wanted.title(), wanted.signInName(), wanted.organisationId(), null));
      people.setPassword(id, hash, clock.instant());
      appoint.within(id, Appoint.Wanted.plain(wanted.role(), wanted.area(), wanted.projectId()));
      return new Account(id, wanted.signInName(), password);
    });
  }
}
