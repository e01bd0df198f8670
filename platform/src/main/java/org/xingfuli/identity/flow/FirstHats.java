package org.xingfuli.identity.flow;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.model.OneTimeLink.Purpose;
import org.xingfuli.identity.store.AppointmentStore;

/**
 * As long as nobody opens accounts, or nobody grants rights, every start prints a fresh one-time link for the first who
 * does on standard error, each for a person of its own. The auditor is then registered by the one and appointed by the
 * other. There is no default password. Runs after everything else that may open accounts.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstHats implements ApplicationRunner {

  private static final UUID NOBODY = new UUID(0, 0);

  private final Transactions transactions;
  private final AppointmentStore appointments;
  private final District district;
  private final Links links;
  private final LinkAddress address;
  private final Rights rights;

  FirstHats(Transactions transactions, AppointmentStore appointments, District district, Links links,
      LinkAddress address, Rights rights) {
    this.transactions = transactions;
    this.appointments = appointments;
    this.district = district;
    this.links = links;
    this.address = address;
    this.rights = rights;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var missing = transactions.as(SystemScope.of("identity.setup"), () -> {
      district.ensured();
      return List.of(Purpose.FIRST_ADMINISTRATOR, Purpose.FIRST_SECURITY_OFFICER).stream()
          .filter(purpose -> appointments.others(Objects.requireNonNull(purpose.role()), NOBODY, rights.today()) == 0)
          .toList();
    });
    for (var purpose : missing) {
      var words = Objects.requireNonNull(purpose.role()).words();
      System.err.printf("""
          还没有%s。请在 24 小时内用此一次性链接设立：
          There is no %s yet. Set one up within 24 hours with this link, which works once:
            %s
          """, words.zh(), words.en().toLowerCase(Locale.ROOT), address.of(links.forFirst(purpose)));
    }
    if (missing.size() > 1) {
      System.err.println("""
          两个链接请交给两个人：开账户的不授权，授权的不开账户。
          Give the two links to two people: who opens accounts grants no rights, and who grants rights opens no accounts.
          """);
    }
  }
}
