package org.xingfuli.engine.triage;

import java.util.List;

/**
 * A unit that may be responsible.
 *
 * @param reasons what the rule says and what of the case it was met by: {@code class:}, {@code place:}, {@code level:}
 */
public record UnitSuggestion(String unit, List<String> reasons) {

  public UnitSuggestion {
    reasons = List.copyOf(reasons);
  }
}
