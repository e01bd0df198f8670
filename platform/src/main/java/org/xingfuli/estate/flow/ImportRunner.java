package org.xingfuli.estate.flow;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xingfuli.database.NodeGone;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.model.ImportState;
import org.xingfuli.estate.store.ImportStore;

/**
 * Checks and writes workbooks in the background, one at a time, so that memory stays flat.
 *
 * <p>What it does is durable before it begins: an import stands in CHECKING or IMPORTING until its one transaction has
 * ended. When the platform dies in between, that transaction is rolled back, and the import is taken up again at the next
 * start, or by another node; one that dies three times is given up.
 */
@Component
public class ImportRunner {

  static final Scope SYSTEM = SystemScope.of("estate.import");

  private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
  private static final int MOST_ATTEMPTS = 3;

  private final Transactions transactions;
  private final ImportStore store;
  private final CheckImport check;
  private final WriteImport write;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("estate-import-", 0).factory());
  private volatile boolean stopping;

  ImportRunner(Transactions transactions, ImportStore store, CheckImport check, WriteImport write) {
    this.transactions = transactions;
    this.store = store;
    this.check = check;
    this.write = write;
  }

  /** Takes up the import's next piece of work, its check or its writing; does nothing when there is none. */
  public void start(UUID id) {
    if (!stopping) {
      worker.execute(() -> work(id));
    }
  }

  @EventListener
  void resume(ApplicationReadyEvent ready) {
    transactions.as(SYSTEM, store::interrupted).forEach(this::start);
  }

  /** What a node that died was reading or writing was rolled back with it; what others are at is passed over. */
  @EventListener
  void resume(NodeGone gone) {
    transactions.as(SYSTEM, store::interrupted).forEach(this::start);
  }

  @EventListener
  void stop(ContextClosedEvent closed) {
    stopping = true;
    worker.shutdownNow();
  }

  void work(UUID id) {
    try {
      var found = transactions.as(SYSTEM, () -> store.find(id));
      if (found.isEmpty() || stopping) {
        return;
      }
      switch (found.get().state()) {
        case CHECKING -> check.check(found.get(), this::begin);
        case IMPORTING -> write.write(found.get(), this::begin);
        default -> {}
      }
    } catch (RuntimeException e) {
      if (!stopping) {
        LOG.error("the import {} failed", id, e);
        fail(id, "系统故障，没有导入任何数据；请稍后重新上传。The platform failed; nothing was imported, upload it again later.");
      }
    }
  }

  /** Counts the attempt in a transaction of its own, so that it stands even if this one kills the platform. */
  private boolean begin(UUID id) {
    if (transactions.as(SYSTEM, () -> store.attempt(id)) <= MOST_ATTEMPTS) {
      return true;
    }
    fail(id, "处理中断了三次，没有导入任何数据。It was interrupted three times; nothing was imported.");
    return false;
  }

  private void fail(UUID id, String failure) {
    transactions.run(SYSTEM, () -> {
      if (store.move(id, ImportState.CHECKING, ImportState.Act.GIVE_UP)
          || store.move(id, ImportState.IMPORTING, ImportState.Act.GIVE_UP)) {
        store.failure(id, failure);
        store.forgetFile(id);
      }
    });
  }
}
