package org.xingfuli.estate.flow;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.evidence.SubjectKeeper;

/** Tells evidence whether a building is there. */
@Component
class BuildingsForEvidence implements SubjectKeeper {

  private final Transactions transactions;
  private final BuildingStore store;

  BuildingsForEvidence(Transactions transactions, BuildingStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  @Override
  public String type() {
    return "building";
  }

  @Override
  public boolean has(UUID subject, UUID estate) {
    return transactions.here(() -> store.find(subject)).filter(building -> building.estateId().equals(estate)).isPresent();
  }
}
