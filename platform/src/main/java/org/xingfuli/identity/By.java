package org.xingfuli.identity;

import java.util.UUID;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;

/** Who does something: the person or task, and the title without the name, as the audit divides it. */
public record By(UUID id, String title) {

  /** Whoever is signed in, or the task that runs. */
  public static By me() {
    var scope = CurrentScope.get();
    var cut = scope.kind() == Scope.Kind.PERSON ? scope.actor().lastIndexOf(' ') : -1;
    return new By(scope.principal(), cut < 0 ? scope.actor() : scope.actor().substring(0, cut));
  }
}
