package org.xingfuli.estate.flow;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;

/** Which areas the current scope may write in; row-level security holds the same line underneath. */
@Component
public class Reach {

  /** Whether the current scope's areas hold this one. */
  public boolean has(String area) {
    var scope = CurrentScope.get();
    return scope.kind() == Scope.Kind.SYSTEM || within(scope.areas(), area);
  }

  /** Whether one of the areas is this one or a level above it. */
  public static boolean within(Set<String> areas, String area) {
    return areas.stream().anyMatch(area::startsWith);
  }
}
