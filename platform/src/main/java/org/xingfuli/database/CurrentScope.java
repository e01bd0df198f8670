package org.xingfuli.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The scope bound to the running thread; the security filter binds a person's, {@link Transactions} a task's. */
public final class CurrentScope {

  private static final ThreadLocal<@Nullable Scope> BOUND = new ThreadLocal<>();

  private CurrentScope() {}

  /** The bound scope, or {@link Scope#none()}, which sees nothing. */
  public static Scope get() {
    var scope = BOUND.get();
    return scope == null ? Scope.none() : scope;
  }

  /** Runs the work with the scope bound, and restores what was bound before. */
  public static <T extends @Nullable Object> T with(Scope scope, Supplier<T> work) {
    var before = BOUND.get();
    BOUND.set(scope);
    try {
      return work.get();
    } finally {
      if (before == null) {
        BOUND.remove();
      } else {
        BOUND.set(before);
      }
    }
  }
}
