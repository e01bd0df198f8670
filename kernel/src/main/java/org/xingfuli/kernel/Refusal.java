package org.xingfuli.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A refusal as a value: why an act may not be done, with the values that made it so.
 *
 * @param code stable code of the problem catalogue, such as {@code programme.no-projects}
 * @param values what the message names: offending values, places, limits; never personal data
 */
public record Refusal(String code, Map<String, Object> values) {

  public Refusal {
    // Sorted, so that the same refusal reads the same in every run; copyOf refuses nulls.
    values = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(values)));
  }

  public static Refusal of(String code) {
    return new Refusal(code, Map.of());
  }

  public static Refusal of(String code, Map<String, Object> values) {
    return new Refusal(code, values);
  }
}
