package org.xingfuli.estate.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
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
import org.xingfuli.estate.model.Deed;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.model.Titles;
import org.xingfuli.estate.store.BelowEstateStore;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/** Somebody corrects a building entered wrongly, or takes it off the record; the audit keeps what it was. */
@Component
public class CorrectBuilding {

  private final Transactions transactions;
  private final EstateStore estates;
  private final BuildingStore buildings;
  private final BelowEstateStore below;
  private final History history;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  CorrectBuilding(Transactions transactions, EstateStore estates, BuildingStore buildings, BelowEstateStore below,
      History history, Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.estates = estates;
    this.buildings = buildings;
    this.below = below;
    this.history = history;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Puts the building right.
   *
   * @param seen the version the caller saw
   * @return the building as it is now, or null when the caller's scope has no such building
   */
  public @Nullable Building correct(UUID id, int seen, BuildingEntry entry) {
    return correct(id, seen, entry, Because.UNSAID);
  }

  /** The same, with the reason why. */
  public @Nullable Building correct(UUID id, int seen, BuildingEntry entry, Because because) {
    return held(id, (estate, was) -> write(estate, was, seen, entry, because));
  }

  static History.About about(Estate estate, Building building) {
    return new History.About(Deed.Kind.BUILDING, building.id(), building.id(),
        Titles.building(estate.name(), building.number()));
  }

  private Building write(Estate estate, Building was, int seen, BuildingEntry entry, Because because) {
    if (was.version() != seen) {
      throw new Refused(Refusal.of("estate.building-version-conflict",
          Map.of("number", was.number(), "seen", seen, "current", was.version())));
    }
    var number = entry.number().strip();
    var refusals = entry.faults();
    if (!number.equals(was.number()) && buildings.numberTaken(estate.id(), number)) {
      refusals.add(Refusal.of("estate.building-number-taken", Map.of("pointer", "/number", "value", number)));
    }
    var inhabited = buildings.highestInhabited(was.id());
    if (entry.stairwells() < inhabited) {
      refusals.add(Refusal.of("estate.stairwell-has-households",
          Map.of("pointer", "/stairwells", "value", entry.stairwells(), "stairwell", inhabited)));
    }
    Refused.ifAny(refusals);
    buildings.update(new Building(was.id(), was.estateId(), was.area(), number, entry.storeys(), entry.builtYear(),
        entry.floorArea(), entry.stairwells(), was.households(), entry.pitchedRoof(), was.version()), estate.name());
    if (!number.equals(was.number())) {
      below.rename(estate.id(), estate.name());
    }
    changed(estate, "estate.change-building", was);
    var now = buildings.find(was.id()).orElseThrow();
    history.changed(estate, "estate.change-building", about(estate, now), Fields.of(was), Fields.of(now), because);
    return now;
  }

  /** Takes the building off the record; returns its estate, or null when the caller's scope has no such building. */
  public @Nullable UUID remove(UUID id) {
    return held(id, (estate, was) -> {
      if (buildings.highestInhabited(id) > 0) {
        throw new Refused(Refusal.of("estate.building-has-households",
            Map.of("number", was.number(), "households", was.households())));
      }
      buildings.delete(id);
      changed(estate, "estate.remove-building", was);
      history.did(estate, "estate.remove-building", about(estate, was), Because.UNSAID);
      return estate.id();
    });
  }

  /** The estate first, as everybody does who counts it anew. */
  private <T> @Nullable T held(UUID id, BiFunction<Estate, Building, T> act) {
    return transactions.<@Nullable T>here(() -> buildings.find(id)
        .flatMap(found -> estates.lock(found.estateId()))
        .flatMap(estate -> buildings.lock(id).map(was -> act.apply(estate, was)))
        .orElse(null));
  }

  private void changed(Estate estate, String act, Building was) {
    estates.recount(List.of(estate.id()));
    int version = estates.countUp(estate.id());
    var before = new HashMap<String, Object>(Map.of("estate", estate.id(), "number", was.number(),
        "storeys", was.storeys(), "floorArea", was.floorArea(), "stairwells", was.stairwells(),
        "pitchedRoof", was.pitchedRoof()));
    if (was.builtYear() != null) {
      before.put("builtYear", was.builtYear());
    }
    audit.record(act, new Subject("building", was.id()), before);
    events.publishEvent(new EstateChanged(UuidV7.create(), estate.id(), version));
  }
}
