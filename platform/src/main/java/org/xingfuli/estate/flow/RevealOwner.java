package org.xingfuli.estate.flow;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.store.OwnerStore;
import org.xingfuli.estate.store.OwnerStore.Owned;
import org.xingfuli.identity.RevealReason;
import org.xingfuli.identity.Reveals;

/** Somebody sees in clear who owns one household; the look and its reason go on record with it. */
@Component
public class RevealOwner {

  private final Transactions transactions;
  private final OwnerStore owners;
  private final Reveals reveals;

  RevealOwner(Transactions transactions, OwnerStore owners, Reveals reveals) {
    this.transactions = transactions;
    this.owners = owners;
    this.reveals = reveals;
  }

  /** The owner in clear, and how long it may be shown. */
  public record Seen(Owned owned, Reveals.Granted granted) {}

  /** Nothing for a household out of reach. */
  public Optional<Seen> reveal(UUID household, RevealReason usual, String reason) {
    return transactions.here(() -> owners.find(household).map(owned -> new Seen(owned, reveals.note(new Reveals.Subject(
        "household", household, owned.area(), owned.estate() + " " + owned.building() + " 幢",
        Set.of("door", "name", "phone")), usual, reason))));
  }
}
