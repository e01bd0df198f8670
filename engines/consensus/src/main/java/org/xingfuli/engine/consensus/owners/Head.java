package org.xingfuli.engine.consensus.owners;

import java.math.BigDecimal;
import java.util.List;

/**
 * Who counts as one owner: a person, a group of co-owners, or the builder for all that is unsold.
 *
 * @param id of its first unit by name, which no other head has
 * @param owners ids of the persons; of the builder its one id
 * @param units what it owns, without excluded units; never empty
 */
public record Head(String id, List<String> owners, List<Unit> units) {

  public Head {
    owners = List.copyOf(owners);
    units = List.copyOf(units);
  }

  /** Of all its units: its part of the whole. */
  public BigDecimal area() {
    return units.stream().map(Unit::area).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of the units it may vote for; 0 when all are disputed, and then it is silent. */
  public BigDecimal votingArea() {
    return units.stream().filter(unit -> unit.mark() == Unit.Mark.NONE).map(Unit::area).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  boolean maySpeak() {
    return units.stream().anyMatch(unit -> unit.mark() == Unit.Mark.NONE);
  }
}
