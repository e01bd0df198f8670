package org.xingfuli.identity.flow;

import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;

/** Whether the act's scope reaches an area; the organisation tree itself has no row-level policy. */
final class Reach {

  private Reach() {}

  static boolean has(String area) {
    var scope = CurrentScope.get();
    return scope.kind() == Scope.Kind.SYSTEM || scope.areas().stream().anyMatch(area::startsWith);
  }
}
