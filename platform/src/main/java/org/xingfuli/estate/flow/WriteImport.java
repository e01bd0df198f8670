package org.xingfuli.estate.flow;

import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.EstateChanged;
import org.xingfuli.estate.EstateRegistered;
import org.xingfuli.estate.model.Import;
import org.xingfuli.estate.model.ImportState;
import org.xingfuli.estate.store.ImportStore;
import org.xingfuli.exchange.estates.EstateBookReader;
import org.xingfuli.exchange.estates.Faults;
import org.xingfuli.kernel.UuidV7;

/** Writes an adopted workbook in one transaction: either all of it stands and the import is DONE, or nothing does. */
@Component
class WriteImport {

  private final Transactions transactions;
  private final ImportStore store;
  private final WriteEstates estates;
  private final Places places;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  WriteImport(Transactions transactions, ImportStore store, WriteEstates estates, Places places, Audit audit,
      ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.store = store;
    this.estates = estates;
    this.places = places;
    this.audit = audit;
    this.events = events;
  }

  /** Writes the import, unless another node does or {@code begin} says no. */
  void write(Import upload, Predicate<UUID> begin) {
    try {
      transactions.run(UploaderScope.of(upload), () -> {
        if (store.take(upload.id()) && begin.test(upload.id())) {
          write(upload);
        }
      });
    } catch (NoLongerSound e) {
      // The record has changed since the check; the transaction is gone, and the faults say what does not fit now.
      transactions.run(UploaderScope.of(upload), () -> {
        store.checked(upload.id(), upload.counts(), upload.newEstates(), upload.changedEstates(), e.faults.listed(),
            e.faults.count());
        store.move(upload.id(), ImportState.IMPORTING, ImportState.Act.FIND_FAULTS);
        store.forgetFile(upload.id());
      });
    }
  }

  private void write(Import upload) {
    var id = upload.id();
    var writing = estates.begin();
    var progress = new Progress(transactions, store, id);
    var book = new EstateBookReader(places.gazetteer(), upload.areas(), writing, progress).read(store.content(id));
    writing.finish(book.faults());
    if (!book.faults().none()) {
      throw new NoLongerSound(book.faults());
    }
    writing.registered().forEach((estate, version) ->
        events.publishEvent(new EstateRegistered(UuidV7.create(), estate, version)));
    writing.changed().forEach((estate, version) ->
        events.publishEvent(new EstateChanged(UuidV7.create(), estate, version)));
    audit.record("estate.import", new Subject("import", id), Map.of(
        "file", upload.fileName(), "registered", writing.registered().size(), "changed", writing.changed().size(),
        "buildings", book.buildings().size(), "households", book.households()));
    store.forgetFile(id);
    store.move(id, ImportState.IMPORTING, ImportState.Act.WRITE);
  }

  /** Rolls the writing back. */
  private static final class NoLongerSound extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Faults faults;

    NoLongerSound(Faults faults) {
      super(faults.count() + " faults");
      this.faults = faults;
    }
  }
}
