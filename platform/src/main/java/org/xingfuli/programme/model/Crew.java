package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.xingfuli.programme.Words;

/**
 * A kind of crew, how many there are and who shares them.
 *
 * @param capacity how many may work at once in each pool (the district, each street, each estate or each project)
 * @param changes later capacities, each from its day on, in order of days
 */
public record Crew(
    String code, Words name, SharedWithin sharedWithin, int capacity, List<Change> changes, boolean assumption,
    String source, int version) {

  /** Who shares a pool of a crew. */
  public enum SharedWithin { DISTRICT, STREET, ESTATE, PROJECT }

  /** From a day on, another capacity. */
  public record Change(LocalDate from, int capacity) {}

  public Crew {
    changes = changes.stream().sorted(Comparator.comparing(Change::from)).toList();
  }
}
