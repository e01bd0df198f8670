package org.xingfuli.estate.flow;

import java.math.BigDecimal;
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
import org.xingfuli.estate.model.Building;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.exchange.estates.EstateLimits;
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
  private final Audit audit;
  private final ApplicationEventPublisher events;

  AddBuilding(Transactions transactions, RequestLedger ledger, EstateStore estates, BuildingStore buildings,
      Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.estates = estates;
    this.buildings = buildings;
    this.audit = audit;
    this.events = events;
  }

  /** Adds the building; null when the caller's scope has no such estate. */
  public @Nullable Building add(@Nullable String key, UUID estate, Entry entry) {
    return transactions.here(() -> {
      var found = estates.lock(estate);
      return found.isEmpty()
          ? null
          : ledger.once(key, "estate.add-building", Building.class, () -> insert(found.get(), entry));
    });
  }

  private Building insert(Estate estate, Entry entry) {
    var number = entry.number().strip();
    var refusals = new ArrayList<Refusal>();
    if (number.isEmpty() || number.length() > EstateLimits.CODE) {
      refuse(refusals, "estate.bad-building-number", "/number", number);
    } else if (buildings.numberTaken(estate.id(), number)) {
      refuse(refusals, "estate.building-number-taken", "/number", number);
    }
    range(refusals, "/storeys", entry.storeys(), 1, EstateLimits.STOREYS);
    range(refusals, "/stairwells", entry.stairwells(), 1, EstateLimits.STAIRWELLS);
    if (entry.floorArea().signum() <= 0
        || entry.floorArea().compareTo(BigDecimal.valueOf(EstateLimits.BUILDING_AREA)) > 0) {
      refuse(refusals, "estate.number-out-of-range", "/floorArea", entry.floorArea().toPlainString());
    }
    var year = entry.builtYear();
    if (year != null && (year < EstateLimits.YEAR_MIN || year > EstateLimits.YEAR_MAX)) {
      refuse(refusals, "estate.bad-year", "/builtYear", year);
    }
    if (!refusals.isEmpty()) {
      throw new Refused(refusals);
    }
    var building = new Building(UuidV7.create(), estate.id(), estate.area(), number, entry.storeys(), year,
        entry.floorArea(), entry.stairwells(), 0, entry.pitchedRoof(), 1);
    buildings.insert(building, estate.name());
    estates.recount(List.of(estate.id()));
    int version = estates.countUp(estate.id());
    audit.record("estate.add-building", new Subject("building", building.id()),
        Map.of("estate", estate.id(), "number", number));
    events.publishEvent(new EstateChanged(UuidV7.create(), estate.id(), version));
    return building;
  }

  private static void range(List<Refusal> refusals, String pointer, int value, int least, int most) {
    if (value < least || value > most) {
      refuse(refusals, "estate.number-out-of-range", pointer, value);
    }
  }

  private static void refuse(List<Refusal> refusals, String code, String pointer, Object value) {
    refusals.add(Refusal.of(code, Map.of("pointer", pointer, "value", value)));
  }

  /** A building as somebody entered it; floor area in ㎡. */
  public record Entry(String number, int storeys, @Nullable Integer builtYear, BigDecimal floorArea, int stairwells,
      boolean pitchedRoof) {}
}
