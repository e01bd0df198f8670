package org.xingfuli.identity.web;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.store.ApiTokenStore;

/** The tokens with which machines act for a person, as the person sees them. */
@Component
class OwnTokens {

  private final Transactions transactions;
  private final ApiTokenStore store;
  private final Clock clock;

  OwnTokens(Transactions transactions, ApiTokenStore store, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  List<TokenRow> of(SignedIn person) {
    return transactions.here(() -> store.of(person.personId())).stream()
        .map(token -> TokenRow.of(token, person.actor(), clock.instant())).toList();
  }
}
