package org.xingfuli.utilities.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Estates;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.model.RequestDraft;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.UtilityRequest.AffectedBuilding;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/** Somebody asks the utilities for a permit or an outage. */
@Component
public class SubmitRequest {

  private static final int MOST_WORDS = 500;
  private static final int MOST_CONTACT = 60;

  /** What the request ledger remembers. */
  record Kept(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final RequestStore store;
  private final Desk desk;
  private final Estates estates;
  private final Evidence evidence;
  private final TellParties parties;
  private final BusinessClock clock;
  private final Audit audit;

  SubmitRequest(Transactions transactions, RequestLedger ledger, RequestStore store, Desk desk, Estates estates,
      Evidence evidence, TellParties parties, BusinessClock clock, Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.desk = desk;
    this.estates = estates;
    this.evidence = evidence;
    this.parties = parties;
    this.clock = clock;
    this.audit = audit;
  }

  public UUID submit(@Nullable String key, RequestDraft draft) {
    return submit(key, draft, By.me());
  }

  /** The same, asked by somebody else: the demo plays its people. */
  public UUID submit(@Nullable String key, RequestDraft draft, By by) {
    return transactions.here(() -> {
      var estate = estates.find(draft.estateId()).orElseThrow(Problems::absent);
      return ledger.once(key, "utilities.request", Kept.class, () -> insert(estate, draft, by)).id();
    });
  }

  private Kept insert(Estate estate, RequestDraft draft, By by) {
    var id = UuidV7.create();
    var numbers = estates.buildingNumbers(estate.id());
    var refusals = words(draft);
    if (draft.services().isEmpty()) {
      refusals.add(Refusal.of("utilities.no-service", Map.of("pointer", "/services")));
    }
    if (draft.buildings().isEmpty() && draft.kind() == RequestKind.OUTAGE || !numbers.keySet().containsAll(draft.buildings())) {
      refusals.add(Refusal.of("utilities.buildings", Map.of("pointer", "/buildings")));
    }
    refusals.addAll(desk.against(draft.kind(), draft.window(), id, draft.buildings(), "/window"));
    Refused.ifAny(refusals);
    var services = draft.services().stream().distinct().sorted().toList();
    var today = clock.today();
    var contact = draft.contact();
    var request = new UtilityRequest(id, store.nextNumber(today.getYear()), draft.kind(), estate.id(), estate.area(),
        draft.projectId(), services, RequestState.GRAPH.initial(), Desk.plain(draft.reason()),
        contact == null || contact.isBlank() ? null : Desk.plain(contact), draft.window(), 1,
        desk.answerBy(draft.kind(), draft.window(), services), by.id(), by.title(), clock.now(), null,
        new LinkedHashSet<>(draft.buildings()).stream()
            .map(building -> new AffectedBuilding(building, Objects.requireNonNull(numbers.get(building)))).toList(),
        List.of());
    store.insert(request);
    evidence.refer(draft.evidence(), estate.id(), "utility-request", id);
    audit.record("utilities.request", new Subject("utility-request", id), Map.of("number", request.number(), "kind",
        draft.kind().name(), "estate", estate.id(), "services", services, "from", draft.window().firstDay().toString(), "to",
        draft.window().lastDay().toString()));
    parties.asked(request);
    return new Kept(id);
  }

  private static List<Refusal> words(RequestDraft draft) {
    var refusals = new ArrayList<Refusal>();
    if (draft.reason().isBlank() || draft.reason().length() > MOST_WORDS) {
      refusals.add(Refusal.of("utilities.reason", Map.of("pointer", "/reason", "most", MOST_WORDS)));
    }
    var contact = draft.contact();
    if (contact != null && contact.length() > MOST_CONTACT) {
      refusals.add(Refusal.of("utilities.contact", Map.of("pointer", "/contact", "most", MOST_CONTACT)));
    }
    return refusals;
  }
}
