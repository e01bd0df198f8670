package org.xingfuli.estate.flow;

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
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Building;
import org.xingfuli.estate.model.BuildingEntry;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/** Somebody adds one building, with its stairwells, to an estate. */
@Component
public class AddBuilding {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final EstateStore estates;
  private final BuildingStore buildings;
  private final History history;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  AddBuilding(Transactions transactions, RequestLedger ledger, EstateStore estates, BuildingStore buildings,
      History history, Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.estates = estates;
    this.buildings = buildings;
    this.history = history;
    this.audit = audit;
    this.events = events;
  }

  /** Adds the building; null when the caller's scope has no such estate. */
  public @Nullable Building add(@Nullable String key, UUID estate, BuildingEntry entry) {
    return transactions.here(() -> {
      var found = estates.lock(estate);
      return found.isEmpty()
          ? null
          : ledger.once(key, "estate.add-building", Building.class, () -> insert(found.get(), entry));
    });
  }

  private Building insert(Estate estate, BuildingEntry entry) {
    var number = entry.number().strip();
    var refusals = entry.faults();
    if (refusals.isEmpty() && buildings.numberTaken(estate.id(), number)) {
      refusals.add(Refusal.of("estate.building-number-taken", Map.of("pointer", "/number", "value", number)));
    }
    Refused.ifAny(refusals);
    var building = new Building(UuidV7.create(), estate.id(), estate.area(), number, entry.storeys(), entry.builtYear(),
        entry.floorArea(), entry.stairwells(), 0, entry.pitchedRoof(), 1);
    buildings.insert(building, estate.name());
    estates.recount(List.of(estate.id()));
    int version = estates.countUp(estate.id());
    audit.record("estate.add-building", new Subject("building", building.id()),
        Map.of("estate", estate.id(), "number", number));
    history.did(estate, "estate.add-building", CorrectBuilding.about(estate, building), Because.UNSAID);
    events.publishEvent(new EstateChanged(UuidV7.create(), estate.id(), version));
    return building;
  }
}
