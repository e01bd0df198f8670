package org.xingfuli.notice.flow;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.notice.model.DeliveryState;
import org.xingfuli.notice.model.DeliveryState.Act;
import org.xingfuli.notice.store.DeliveryStore;

/** A delivery that was given up is tried again, or let go with a reason that is on record. */
@Component
public class SettleFailed {

  private final Transactions transactions;
  private final DeliveryStore store;
  private final Audit audit;
  private final Clock clock;

  SettleFailed(Transactions transactions, DeliveryStore store, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  public void retry(UUID id) {
    transactions.here(() -> {
      move(id, Act.RETRY);
      store.again(id, clock.instant());
      audit.record("notice.retry", new Subject("delivery", id), Map.of());
    });
  }

  public void dismiss(UUID id, String reason) {
    if (reason.isBlank()) {
      throw new Refused(Refusal.of("notice.reason-needed", Map.of("pointer", "/reason")));
    }
    transactions.here(() -> {
      move(id, Act.DISMISS);
      store.dismiss(id, reason.strip(), clock.instant());
      audit.record("notice.dismiss", new Subject("delivery", id), Map.of("reason", reason.strip()));
    });
  }

  /** Read with the system's eyes, since the message is somebody else's; held by the delivery's own row. */
  private void move(UUID id, Act act) {
    var state = transactions.as(SystemScope.of("notice.failures"), () -> store.hold(id).map(DeliveryStore.Delivery::state))
        .orElseThrow(() -> new Refused(Refusal.of("common.not-found")));
    DeliveryState.GRAPH.move(state, act).orRefuse();
  }
}
