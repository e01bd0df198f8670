package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Bulletin;
import org.xingfuli.database.BulletinHearer;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.model.ApiToken;
import org.xingfuli.identity.store.ApiTokenStore;

/**
 * A token opens nothing any more, from the next request on, and what it holds open is closed; taken back by its owner or by a
 * security administrator.
 */
@Component
public class RevokeToken {

  private final Transactions transactions;
  private final ApiTokenStore store;
  private final Bulletin bulletin;
  private final Audit audit;
  private final Clock clock;

  RevokeToken(Transactions transactions, ApiTokenStore store, Bulletin bulletin, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.bulletin = bulletin;
    this.audit = audit;
    this.clock = clock;
  }

  /** One of the caller's own. */
  public void own(UUID owner, UUID id) {
    transactions.here(() -> revoke(Found.orRefuse(store.find(id).filter(token -> token.personId().equals(owner)))));
  }

  /** One of anybody within the caller's reach. */
  public void anybodys(UUID id) {
    transactions.here(() -> revoke(Found.orRefuse(store.find(id))));
  }

  private void revoke(ApiToken token) {
    if (store.revoke(token.id(), CurrentScope.get().principal(), clock.instant())) {
      bulletin.post(BulletinHearer.SESSION_ENDED, token.personId().toString());
      audit.record("identity.revoke-token", new Subject("token", token.id()), Map.of("owner", token.personId()));
    }
  }
}
