package org.xingfuli.estate.flow;

import java.util.UUID;
import java.util.function.DoubleConsumer;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.store.ImportStore;

/** Tells how far an import has come, beside the transaction that does the work, in steps of a fiftieth. */
final class Progress implements DoubleConsumer {

  private static final double STEP = 0.02;

  private final Transactions transactions;
  private final ImportStore store;
  private final UUID id;
  private double told;

  Progress(Transactions transactions, ImportStore store, UUID id) {
    this.transactions = transactions;
    this.store = store;
    this.id = id;
  }

  @Override
  public void accept(double share) {
    // The end is told by the state, in the work's own transaction; a row written here would have to wait for it.
    if (share < 1 && share - told >= STEP) {
      told = share;
      transactions.run(ImportRunner.SYSTEM, () -> store.progress(id, share));
    }
  }
}
