package org.xingfuli.identity.flow;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Accounts.Account;
import org.xingfuli.identity.Accounts.NewAccount;
import org.xingfuli.identity.model.OneTimeToken;
import org.xingfuli.identity.store.PersonStore;

/** The system opens an account with a generated password. */
@Component
public class OpenAccount {

  private final Transactions transactions;
  private final RegisterPerson register;
  private final Appoint appoint;
  private final PersonStore people;
  private final Passwords passwords;
  private final Clock clock;

  OpenAccount(Transactions transactions, RegisterPerson register, Appoint appoint, PersonStore people,
      Passwords passwords, Clock clock) {
    this.transactions = transactions;
    this.register = register;
    this.appoint = appoint;
    this.people = people;
    this.passwords = passwords;
    this.clock = clock;
  }

  public Account open(NewAccount wanted) {
    if (CurrentScope.get().kind() != Scope.Kind.SYSTEM) {
      throw new IllegalStateException("accounts with a password are opened by the system only");
    }
    var password = OneTimeToken.password();
    var hash = passwords.hash(password);
    return transactions.here(() -> {
      var id = register.insert(new RegisterPerson.Wanted(
          wanted.name(), wanted.title(), wanted.signInName(), wanted.organisationId()));
      people.setPassword(id, hash, clock.instant());
      appoint.within(id, new Appoint.Wanted(wanted.role(), wanted.area(), wanted.projectId(), null, null));
      return new Account(id, wanted.signInName(), password);
    });
  }
}
