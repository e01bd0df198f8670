package org.xingfuli.identity.flow;

import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.store.AppointmentStore;

/**
 * As long as nobody can appoint anybody, every start prints a fresh one-time link for the first administrator on standard
 * error. There is no default password. Runs after everything else that may open accounts.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstAdministrator implements ApplicationRunner {

  private static final UUID NOBODY = new UUID(0, 0);

  private final Transactions transactions;
  private final AppointmentStore appointments;
  private final District district;
  private final Links links;
  private final LinkAddress address;
  private final Rights rights;

  FirstAdministrator(Transactions transactions, AppointmentStore appointments, District district, Links links,
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
    boolean nobody = transactions.as(SystemScope.of("identity.setup"), () -> {
      district.ensured();
      return appointments.otherAdministrators(NOBODY, rights.today()) == 0;
    });
    if (nobody) {
      System.err.printf("""
          还没有系统管理员。请在 24 小时内用此一次性链接设立：
          There is no administrator yet. Set one up within 24 hours with this link, which works once:
            %s
          """, address.of(links.forFirstAdministrator()));
    }
  }
}
