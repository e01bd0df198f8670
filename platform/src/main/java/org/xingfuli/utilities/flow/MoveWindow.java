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
import org.xingfuli.utilities.model.Window;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/**
 * Whoever asked, a colleague, or who leads the project or the plan takes another window, a proposed one or one of his own. Every
 * service answers anew, also one whose proposal it was: its crews may have been given away meanwhile. Sheets for the old window
 * are taken back.
 */
@Component
public class MoveWindow {

  /** What the request ledger remembers. */
  record Moved(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final RequestStore store;
  private final Desk desk;
  private final StairwellSheets notices;
  private final TellParties parties;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  MoveWindow(Transactions transactions, RequestLedger ledger, RequestStore store, Desk desk, StairwellSheets notices,
      TellParties parties, Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.desk = desk;
    this.notices = notices;
    this.parties = parties;
    this.audit = audit;
    this.events = events;
  }

  public void move(@Nullable String key, UUID id, Window window) {
    transactions.here(() -> {
      var request = store.lock(id).orElseThrow(Problems::absent);
      return ledger.once(key, "utilities.move", Moved.class, () -> write(request, window));
    });
  }

  private Moved write(UtilityRequest request, Window window) {
    desk.askerOrRefuse(request);
    RequestState.GRAPH.move(request.state(), RequestState.Act.MOVE).orRefuse();
    if (window.equals(request.window())) {
      throw new Refused(Refusal.of("utilities.same-window", Map.of("pointer", "/window")));
    }
    Refused.ifAny(desk.against(request.kind(), window, request.id(),
        request.buildings().stream().map(UtilityRequest.AffectedBuilding::id).toList(), "/window"));
    store.move(request.id(), window, request.round() + 1, desk.answerBy(request.kind(), window, request.services()));
    int sheets = notices.withdraw(request);
    audit.record("utilities.move", new Subject("utility-request", request.id()), Map.of("number", request.number(), "from",
        window.firstDay().toString(), "to", window.lastDay().toString(), "round", request.round() + 1, "sheets", sheets));
    parties.asked(store.find(request.id()).orElseThrow());
    if (request.state() == RequestState.AGREED) {
      events.publishEvent(new WindowChanged(UuidV7.create(), request.id(), request.estateId()));
    }
    return new Moved(request.id());
  }
}
