package org.xingfuli.engine.triage;

import java.util.List;

/**
 * Another message that may be about the same matter.
 *
 * @param id of the other
 * @param score from 0 to 1
 * @param reasons {@code words:} a run of the title that the other shares, {@code place:} the place both name, {@code days:} so many
 *     days lie between; the screen puts them into its language
 */
public record Similar(String id, double score, List<String> reasons) {

  public Similar {
    reasons = List.copyOf(reasons);
  }
}
