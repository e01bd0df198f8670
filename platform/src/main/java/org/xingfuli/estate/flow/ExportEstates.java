package org.xingfuli.estate.flow;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.HouseholdStore;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateBookWriter;
import org.xingfuli.exchange.estates.HouseholdLine;

/**
 * Somebody takes the estates one sees along as a workbook in the import's own form, so that it can be corrected and sent
 * back. Owners' names and phones stay here: an import that leaves them out keeps those on record.
 */
@Component
public class ExportEstates {

  private final Transactions transactions;
  private final EstateStore estates;
  private final BuildingStore buildings;
  private final HouseholdStore households;
  private final Places places;
  private final Audit audit;

  ExportEstates(Transactions transactions, EstateStore estates, BuildingStore buildings, HouseholdStore households,
      Places places, Audit audit) {
    this.transactions = transactions;
    this.estates = estates;
    this.buildings = buildings;
    this.households = households;
    this.places = places;
    this.audit = audit;
  }

  /** Writes the estates of the current scope; only those among the given ones, and only of the street, when given. */
  public void write(@Nullable Collection<UUID> among, @Nullable String street, OutputStream out) {
    transactions.here(() -> {
      var seen = estates.page(among, street, null, Integer.MAX_VALUE);
      try (var book = new EstateBookWriter(out, places.gazetteer())) {
        write(seen, book);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      audit.record("estate.export", new Subject("person", CurrentScope.get().principal()),
          Map.of("estates", seen.size(), "street", street == null ? "" : street));
    });
  }

  private void write(List<Estate> seen, EstateBookWriter book) throws IOException {
    for (var estate : seen) {
      book.estate(EstateLines.line(estate));
    }
    book.beginBuildings();
    for (var estate : seen) {
      for (var building : buildings.ofEstate(estate.id())) {
        book.building(new BuildingLine(0, estate.code(), building.number(), building.storeys(), building.builtYear(),
            building.floorArea(), building.stairwells(), building.pitchedRoof()));
      }
    }
    book.beginHouseholds();
    for (var estate : seen) {
      // One estate at a time, so that a district's households never stand in memory together.
      for (var numbered : households.ofEstate(estate.id())) {
        var household = numbered.household();
        book.household(new HouseholdLine(0, estate.code(), numbered.building(), household.stairwell(),
            household.floor(), household.door(), household.exclusiveArea(), null, null));
      }
    }
  }
}
