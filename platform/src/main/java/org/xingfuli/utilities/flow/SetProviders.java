package org.xingfuli.utilities.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.Organisations;
import org.xingfuli.utilities.Service;
import org.xingfuli.utilities.store.RuleStore;
import org.xingfuli.wire.Problems;

/** The security administrator says which services a firm signs for. */
@Component
public class SetProviders {

  private final Transactions transactions;
  private final RuleStore store;
  private final Organisations organisations;
  private final Audit audit;

  SetProviders(Transactions transactions, RuleStore store, Organisations organisations, Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.organisations = organisations;
    this.audit = audit;
  }

  public void set(UUID organisation, List<Service> services) {
    transactions.here(() -> {
      if (organisations.find(organisation).filter(found -> found.kind() == OrganisationKind.UTILITY).isEmpty()) {
        throw Problems.absent();
      }
      store.provide(organisation, services);
      audit.record("utilities.provider", new Subject("organisation", organisation), Map.of("services", services));
    });
  }
}
