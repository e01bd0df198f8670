package org.xingfuli.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door to a transaction, and it opens only with a scope.
 *
 * <p>A transaction asked for inside another joins it when the scope is the same, or when both are the system's, which reach
 * alike; another scope opens one of its own, so that the scope of a running transaction never changes. A listener that asks
 * another module's facade thus needs one connection: with two, as many listeners as the pool has connections would wait
 * for each other.
 */
@Component
public class Transactions {

  private final PlatformTransactionManager manager;

  Transactions(PlatformTransactionManager manager) {
    this.manager = manager;
  }

  /** Does the work in a transaction that sees what the scope reaches. */
  public <T extends @Nullable Object> T as(Scope scope, Supplier<T> work) {
    var template = new TransactionTemplate(manager);
    if (!reachesAlike(scope, CurrentScope.get())) {
      template.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }
    return CurrentScope.with(scope, () -> template.execute(status -> work.get()));
  }

  private static boolean reachesAlike(Scope scope, Scope current) {
    return scope.equals(current) || scope.kind() == Scope.Kind.SYSTEM && current.kind() == Scope.Kind.SYSTEM;
  }

  /** {@link #as} for work without a result. */
  public void run(Scope scope, Runnable work) {
    this.<@Nullable Object>as(scope, () -> {
      work.run();
      return null;
    });
  }

  /** Does the work in a transaction of the scope bound to this thread: the signed-in person's, or the task's. */
  public <T extends @Nullable Object> T here(Supplier<T> work) {
    return as(CurrentScope.get(), work);
  }

  /**
   * Reads in a transaction of the scope bound to this thread, and all of it on one picture of the database: what others commit
   * meanwhile is not in it, so that the answers to several questions belong together. Inside a running transaction the
   * picture is that transaction's.
   */
  public <T extends @Nullable Object> T picture(Supplier<T> reading) {
    var template = new TransactionTemplate(manager);
    template.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    template.setReadOnly(true);
    return template.execute(status -> reading.get());
  }

  /** {@link #here(Supplier)} for work without a result. */
  public void here(Runnable work) {
    run(CurrentScope.get(), work);
  }
}
