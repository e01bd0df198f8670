package org.xingfuli.estate.flow;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.evidence.EstatePlaces;

/** Tells evidence where an estate lies. */
@Component
class EstatesForEvidence implements EstatePlaces {

  private final Transactions transactions;
  private final EstateStore store;

  EstatesForEvidence(Transactions transactions, EstateStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  @Override
  public Map<UUID, Place> places(Collection<UUID> estates) {
    return transactions.here(() -> store.list(estates)).stream()
        .collect(Collectors.toMap(Estate::id, estate -> new Place(estate.name(), estate.area())));
  }
}
