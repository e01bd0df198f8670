package org.xingfuli.identity;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Accounts.Account;
import org.xingfuli.identity.Accounts.NewAccount;
import org.xingfuli.identity.flow.Appoint;

/** Opens accounts for tests, each with a name nobody else has; import it with {@code @Import(Staff.class)}. */
@TestComponent
public final class Staff {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Transactions transactions;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Appoint appoint;

  Staff(Transactions transactions, Accounts accounts, Organisations organisations, Appoint appoint) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.organisations = organisations;
    this.appoint = appoint;
  }

  /** Somebody with a role over an area. */
  public Account withRole(Role role, String area) {
    return open(role, area, null);
  }

  /** Somebody with a role in a project. */
  public Account inProject(Role role, UUID projectId) {
    return open(role, null, projectId);
  }

  /** Somebody who signs for the service of the utility he works for. */
  public Account officer(UUID firm) {
    return transactions.as(SystemScope.of("test"), () -> accounts.open(new NewAccount("officer-" + NUMBER.incrementAndGet(),
        "公用单位专员", "公用单位专员", firm, Role.UTILITY_OFFICER, "320613", null)));
  }

  /** Gives somebody a second role over an area. */
  public void also(Account account, Role role, String area) {
    transactions.as(SystemScope.of("test"),
        () -> appoint.appoint(null, account.personId(), Appoint.Wanted.plain(role, area, null)));
  }

  /** A community below a street, made when it is not there. */
  public Organisation community(String area, String name) {
    return transactions.as(SystemScope.of("test"), () -> organisations.byArea(area).orElseGet(() -> organisations.add(
        organisations.byArea(area.substring(0, 9)).orElseThrow().id(), OrganisationKind.COMMUNITY, name, area)));
  }

  private Account open(Role role, @Nullable String area, @Nullable UUID projectId) {
    var name = role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + NUMBER.incrementAndGet();
    return transactions.as(SystemScope.of("test"), () -> {
      var home = area == null ? organisations.district() : organisations.byArea(area).orElseThrow();
      return accounts.open(new NewAccount(name, role.words().zh(), role.words().zh(), home.id(), role, area, projectId));
    });
  }
}
