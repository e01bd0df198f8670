package org.xingfuli.estate.flow;

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
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.EstateChanged;
import org.xingfuli.estate.StreetTies;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.EstateChange;
import org.xingfuli.estate.model.EstateCheck;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.store.BelowEstateStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/** Somebody corrects an estate; whoever saw an older version is told so instead of overwriting. */
@Component
public class ChangeEstate {

  private final Transactions transactions;
  private final EstateStore store;
  private final BelowEstateStore below;
  private final Evidence evidence;
  private final Places places;
  private final Reach reach;
  private final List<StreetTies> ties;
  private final History history;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  ChangeEstate(Transactions transactions, EstateStore store, BelowEstateStore below, Evidence evidence, Places places,
      Reach reach, List<StreetTies> ties, History history, Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.store = store;
    this.below = below;
    this.evidence = evidence;
    this.places = places;
    this.reach = reach;
    this.ties = ties;
    this.history = history;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Changes the estate.
   *
   * @param seen the version the caller saw
   * @return the estate as it is now, or null when the caller's scope has no such estate
   */
  public @Nullable Estate change(UUID id, int seen, EstateChange wanted) {
    return change(id, seen, wanted, Because.UNSAID);
  }

  /** The same, with the reason why. */
  public @Nullable Estate change(UUID id, int seen, EstateChange wanted, Because because) {
    return transactions.here(() -> {
      var found = store.lock(id);
      return found.isEmpty() ? null : write(found.get(), seen, wanted, because);
    });
  }

  private Estate write(Estate was, int seen, EstateChange wanted, Because because) {
    if (was.version() != seen) {
      throw new Refused(Refusal.of("estate.version-conflict", Map.of("seen", seen, "current", was.version())));
    }
    var estate = wanted.applyTo(was);
    var refusals = new ArrayList<>(EstateCheck.faults(estate, places.gazetteer()));
    boolean moved = !estate.street().equals(was.street());
    if (!reach.has(estate.area())) {
      refusals.add(Refusal.of("estate.outside-scope", Map.of("pointer", "/street", "value", estate.street())));
    } else if ((moved || !estate.code().equals(was.code())) && store.codeTaken(estate.street(), estate.code())) {
      refusals.add(Refusal.of("estate.code-taken", Map.of("pointer", "/code", "value", estate.code())));
    }
    if (moved) {
      ties.forEach(tie -> refusals.addAll(tie.against(was, estate.street())));
    }
    Refused.ifAny(refusals);
    if (!store.update(estate)) {
      throw new IllegalStateException("estate " + was.id() + " changed although it was locked");
    }
    if (!estate.area().equals(was.area())) {
      below.move(estate.id(), estate.area());
      evidence.moved(estate.id(), estate.area());
    }
    if (!estate.name().equals(was.name())) {
      below.rename(estate.id(), estate.name());
    }
    store.recount(List.of(estate.id()));
    audit.record("estate.change", new Subject("estate", estate.id()),
        Map.of("from", seen, "to", seen + 1, "name", estate.name()));
    history.changed(estate, "estate.change", History.About.estate(estate), Fields.of(was), Fields.of(estate), because);
    events.publishEvent(new EstateChanged(UuidV7.create(), estate.id(), seen + 1));
    return store.find(estate.id()).orElseThrow();
  }
}
