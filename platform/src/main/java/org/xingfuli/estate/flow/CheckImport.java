package org.xingfuli.estate.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.model.Import;
import org.xingfuli.estate.model.ImportState;
import org.xingfuli.estate.store.BulkStore;
import org.xingfuli.estate.store.ImportStore;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateBook;
import org.xingfuli.exchange.estates.EstateBookReader;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.Faults;
import org.xingfuli.exchange.estates.Gazetteer;
import org.xingfuli.exchange.estates.HouseholdLine;

/** Checks an uploaded workbook whole, against itself and against the record, and writes nothing but what it found. */
@Component
class CheckImport {

  private final Transactions transactions;
  private final ImportStore store;
  private final BulkStore bulk;
  private final Places places;

  CheckImport(Transactions transactions, ImportStore store, BulkStore bulk, Places places) {
    this.transactions = transactions;
    this.store = store;
    this.bulk = bulk;
    this.places = places;
  }

  /** Checks the import, unless another node does or {@code begin} says no. */
  void check(Import upload, Predicate<UUID> begin) {
    var id = upload.id();
    transactions.run(UploaderScope.of(upload), () -> {
      if (!store.take(id) || !begin.test(id)) {
        return;
      }
      var against = new AgainstRecord(places.gazetteer());
      var progress = new Progress(transactions, store, id);
      var book = new EstateBookReader(against.places, upload.areas(), against, progress).read(store.content(id));
      finish(upload, book, against);
    });
  }

  private void finish(Import upload, EstateBook book, AgainstRecord against) {
    var faults = book.faults();
    var counts = new Import.Counts(book.estates().size(), book.buildings().size(), book.stairwells(), book.households());
    int changed = against.known.size();
    store.checked(upload.id(), counts, book.estates().size() - changed, changed, faults.listed(), faults.count());
    store.move(upload.id(), ImportState.CHECKING, faults.none() ? ImportState.Act.PASS : ImportState.Act.FIND_FAULTS);
    if (!faults.none()) {
      store.forgetFile(upload.id());
    }
  }

  /** What only the record knows: estates of the same code elsewhere, stairwells that cannot go. */
  private final class AgainstRecord implements EstateBookReader.Receiver {
    final Gazetteer places;
    final Map<String, Estate> known = new HashMap<>();

    AgainstRecord(Gazetteer places) {
      this.places = places;
    }

    @Override
    public void beforeHouseholds(List<EstateLine> estates, List<BuildingLine> buildings, Faults faults) {
      var onRecord = bulk.withCodes(estates.stream().map(EstateLine::code).toList());
      for (var line : estates) {
        var same = onRecord.stream().filter(estate -> estate.code().equals(line.code())).toList();
        var here = same.stream().filter(estate -> estate.street().equals(line.street())).findFirst();
        if (here.isPresent()) {
          known.put(line.code(), here.get());
        } else if (!same.isEmpty()) {
          var street = same.getFirst().street();
          var name = places.streetName(street);
          faults.otherStreet(line, name == null ? street : name);
        }
      }
      checkStairwells(known.values(), buildings, faults);
    }

    private void checkStairwells(Collection<Estate> estates, List<BuildingLine> lines, Faults faults) {
      for (var estate : estates) {
        var onRecord = new HashMap<String, Integer>();
        bulk.buildings(estate.id()).forEach(building -> onRecord.put(building.number(), building.lastStairwell()));
        for (var line : lines) {
          int last = line.estateCode().equals(estate.code()) ? onRecord.getOrDefault(line.number(), 0) : 0;
          if (last > line.stairwells()) {
            faults.fewerStairwells(line, last);
          }
        }
      }
    }

    @Override
    public void household(HouseholdLine household) {}
  }
}
