package org.xingfuli.database;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/** The scope of jobs and listeners: it sees every row, and its acts are audited under the task's name. */
public final class SystemScope {

  private SystemScope() {}

  /** A scope for one task, such as {@code command.rebuild}; the same task has the same principal everywhere. */
  public static Scope of(String task) {
    var principal = UUID.nameUUIDFromBytes(("system:" + task).getBytes(StandardCharsets.UTF_8));
    return new Scope(Scope.Kind.SYSTEM, principal, task, Set.of(), Set.of(), Set.of());
  }
}
