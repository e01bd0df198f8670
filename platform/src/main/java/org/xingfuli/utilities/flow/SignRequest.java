package org.xingfuli.utilities.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.WindowAgreed;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.Signed;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.model.Window;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.utilities.store.RuleStore;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/**
 * An officer of a service agrees, refuses, or proposes another window. The last one to agree makes the window everybody's; an
 * agreement beyond the service's own capacity, or too late to tell the households, is not taken.
 */
@Component
public class SignRequest {

  private static final int MOST = 300;

  /** What the request ledger remembers. */
  record Answered(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final RequestStore store;
  private final RuleStore rules;
  private final Desk desk;
  private final StairwellSheets notices;
  private final TellParties parties;
  private final BusinessClock clock;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  SignRequest(Transactions transactions, RequestLedger ledger, RequestStore store, RuleStore rules, Desk desk,
      StairwellSheets notices, TellParties parties, BusinessClock clock, Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.rules = rules;
    this.desk = desk;
    this.notices = notices;
    this.parties = parties;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  public void sign(@Nullable String key, UUID id, Signed signed) {
    sign(key, id, signed, By.me());
  }

  /** The same, signed by somebody else: the demo plays its people. */
  public void sign(@Nullable String key, UUID id, Signed signed, By by) {
    transactions.here(() -> {
      var request = store.lock(id).filter(found -> desk.reads(found.services())).orElseThrow(Problems::absent);
      return ledger.once(key, "utilities.sign", Answered.class, () -> write(request, signed, by));
    });
  }

  private Answered write(UtilityRequest request, Signed signed, By by) {
    var service = signed.service();
    if (!request.services().contains(service) || !desk.mine().contains(service)) {
      throw new Refused(Refusal.of("utilities.not-yours", Map.of("pointer", "/service", "service", service.name())));
    }
    boolean last = request.open().equals(List.of(service));
    var act = switch (signed.answer()) {
      case AGREE -> last ? RequestState.Act.SIGN_LAST : RequestState.Act.SIGN;
      case PROPOSE -> RequestState.Act.PROPOSE;
      case REFUSE -> RequestState.Act.REFUSE;
    };
    var next = RequestState.GRAPH.move(request.state(), act).orRefuse();
    if (!request.open().contains(service)) {
      throw new Refused(Refusal.of("utilities.answered", Map.of("service", service.name())));
    }
    Refused.ifAny(faults(request, signed));
    var answer = new Signed(service, signed.answer(), Desk.plain(signed.reason()),
        signed.answer() == Signed.Answer.PROPOSE ? signed.proposed() : null);
    store.sign(request, answer, by.id(), by.title(), clock.now());
    if (next != request.state()) {
      store.state(request.id(), next, next == RequestState.REFUSED ? answer.reason() : null);
    }
    audit.record("utilities.sign", new Subject("utility-request", request.id()), Map.of("number", request.number(),
        "service", service.name(), "answer", answer.answer().name(), "round", request.round()));
    parties.answered(request, answer, next);
    if (next == RequestState.AGREED) {
      notices.make(request);
      events.publishEvent(new WindowAgreed(UuidV7.create(), request.id(), request.estateId()));
    }
    return new Answered(request.id());
  }

  private List<Refusal> faults(UtilityRequest request, Signed signed) {
    var refusals = new ArrayList<Refusal>();
    if (signed.answer() == Signed.Answer.AGREE) {
      if (clock.now().isAfter(desk.last(request.kind(), request.window()))) {
        refusals.add(request.kind() == RequestKind.OUTAGE
            ? Refusal.of("utilities.too-late-to-tell", Map.of("from", request.window().firstDay().toString(), "hours",
                rules.rules().noticeHours()))
            : Refusal.of("utilities.window-over", Map.of("to", request.window().lastDay().toString())));
      }
      if (request.kind().takesCrew()) {
        refusals.addAll(capacity(signed.service(), request.id(), request.window()));
      }
      return refusals;
    }
    if (signed.reason().isBlank() || signed.reason().length() > MOST) {
      refusals.add(Refusal.of("utilities.answer-reason", Map.of("pointer", "/reason", "most", MOST)));
    }
    if (signed.answer() == Signed.Answer.PROPOSE) {
      var window = signed.proposed();
      if (window == null || window.equals(request.window())) {
        refusals.add(Refusal.of("utilities.no-proposal", Map.of("pointer", "/window")));
      } else {
        refusals.addAll(desk.against(request.kind(), window, request.id(),
            request.buildings().stream().map(UtilityRequest.AffectedBuilding::id).toList(), "/window"));
      }
    }
    return refusals;
  }

  private List<Refusal> capacity(UtilityService service, UUID request, Window window) {
    store.holdService(service);
    var row = rules.service(service);
    var full = store.load(service, request, window).stream()
        .filter(load -> load.onDay() >= row.perDay() || load.inWeek() >= row.perWeek()).findFirst();
    return full.map(load -> List.of(Refusal.of("utilities.no-crew", Map.of("service", service.name(), "day",
            load.day().toString(), "onDay", load.onDay(), "perDay", row.perDay(), "inWeek", load.inWeek(), "perWeek",
            row.perWeek()))))
        .orElse(List.of());
  }
}
