package org.xingfuli.utilities.flow;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.utilities.WindowChanged;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/** Whoever asked, a colleague, or who leads the project or the plan takes the request back. */
@Component
public class WithdrawRequest {

  private static final int MOST = 300;

  /** What the request ledger remembers. */
  record Withdrawn(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final RequestStore store;
  private final Desk desk;
  private final StairwellSheets notices;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  WithdrawRequest(Transactions transactions, RequestLedger ledger, RequestStore store, Desk desk, StairwellSheets notices,
      Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.desk = desk;
    this.notices = notices;
    this.audit = audit;
    this.events = events;
  }

  public void withdraw(@Nullable String key, UUID id, String reason) {
    transactions.here(() -> {
      var request = store.lock(id).orElseThrow(Problems::absent);
      return ledger.once(key, "utilities.withdraw", Withdrawn.class, () -> write(request, reason));
    });
  }

  private Withdrawn write(UtilityRequest request, String reason) {
    desk.askerOrRefuse(request);
    var next = RequestState.GRAPH.move(request.state(), RequestState.Act.WITHDRAW).orRefuse();
    if (reason.isBlank() || reason.length() > MOST) {
      throw new Refused(Refusal.of("utilities.answer-reason", Map.of("pointer", "/reason", "most", MOST)));
    }
    store.state(request.id(), next, Desk.plain(reason));
    int sheets = notices.withdraw(request);
    audit.record("utilities.withdraw", new Subject("utility-request", request.id()),
        Map.of("number", request.number(), "sheets", sheets));
    if (request.state() == RequestState.AGREED) {
      events.publishEvent(new WindowChanged(UuidV7.create(), request.id(), request.estateId()));
    }
    return new Withdrawn(request.id());
  }
}
