package org.xingfuli.utilities.flow;

import java.util.Map;
import java.util.UUID;
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
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.wire.Problems;

/** Whoever asked takes the request back. */
@Component
public class WithdrawRequest {

  private static final int MOST = 300;

  private final Transactions transactions;
  private final RequestStore store;
  private final Notices notices;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  WithdrawRequest(Transactions transactions, RequestStore store, Notices notices, Audit audit,
      ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.store = store;
    this.notices = notices;
    this.audit = audit;
    this.events = events;
  }

  public void withdraw(UUID id, String reason) {
    transactions.here(() -> {
      var request = store.lock(id).orElseThrow(Problems::absent);
      var next = RequestState.GRAPH.move(request.state(), RequestState.Act.WITHDRAW).orRefuse();
      if (reason.isBlank() || reason.length() > MOST) {
        throw new Refused(Refusal.of("utilities.answer-reason", Map.of("pointer", "/reason", "most", MOST)));
      }
      store.state(id, next, Desk.plain(reason));
      int sheets = notices.withdraw(request);
      audit.record("utilities.withdraw", new Subject("utility-request", id),
          Map.of("number", request.number(), "sheets", sheets));
      if (request.state() == RequestState.AGREED) {
        events.publishEvent(new WindowChanged(UuidV7.create(), id, request.estateId()));
      }
    });
  }
}
