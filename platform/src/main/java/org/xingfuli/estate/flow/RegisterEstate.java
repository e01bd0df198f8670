package org.xingfuli.estate.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.EstateRegistered;
import org.xingfuli.estate.Quantities;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.EstateChange;
import org.xingfuli.estate.model.EstateCheck;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/** Somebody puts one estate on record by hand. */
@Component
public class RegisterEstate {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final EstateStore store;
  private final Places places;
  private final Reach reach;
  private final History history;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  RegisterEstate(Transactions transactions, RequestLedger ledger, EstateStore store, Places places, Reach reach,
      History history, Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.places = places;
    this.reach = reach;
    this.history = history;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Registers the estate.
   *
   * @throws Refused with everything that is wrong with it at once
   */
  public Estate register(@Nullable String key, EstateChange wanted) {
    return transactions.here(() -> ledger.once(key, "estate.register", Estate.class, () -> insert(wanted)));
  }

  private Estate insert(EstateChange wanted) {
    var estate = wanted.applyTo(new Estate(UuidV7.create(), "", "", "", null, null, null, null, BigDecimal.ZERO,
        SizeClass.REGULAR, false, Quantities.NONE, 1));
    var refusals = new ArrayList<>(EstateCheck.faults(estate, places.gazetteer()));
    if (!reach.has(estate.area())) {
      refusals.add(Refusal.of("estate.outside-scope", Map.of("pointer", "/street", "value", estate.street())));
    } else if (store.codeTaken(estate.street(), estate.code())) {
      refusals.add(Refusal.of("estate.code-taken", Map.of("pointer", "/code", "value", estate.code())));
    }
    if (!refusals.isEmpty()) {
      throw new Refused(refusals);
    }
    store.insert(estate);
    audit.record("estate.register", new Subject("estate", estate.id()),
        Map.of("code", estate.code(), "name", estate.name(), "street", estate.street()));
    history.did(estate, "estate.register", History.About.estate(estate), Because.UNSAID);
    events.publishEvent(new EstateRegistered(UuidV7.create(), estate.id(), estate.version()));
    return estate;
  }
}
