package org.xingfuli.engine.consensus.owners;

import java.math.BigDecimal;
import java.util.List;

/**
 * An exclusive part (专有部分) on the roll.
 *
 * @param id of the unit, unique on the roll; it appears in results, so it is never a person's name
 * @param area exclusive area in square metres, above 0, exact
 * @param owners ids of its owners; several are co-owners; none: unsold, the builder's
 * @param mark whether it counts
 * @param markReason why it is marked; empty when it is not
 */
public record Unit(String id, BigDecimal area, List<String> owners, Mark mark, String markReason) {

  /** Digits behind the point of a shown area; finer areas are shown as fine as they are. */
  static final int CENTIARES = 2;

  /** Whether a unit counts. */
  public enum Mark {
    /** It does. */
    NONE,
    /** Who may vote for it is disputed: it stays in the whole and is silent. */
    DISPUTED,
    /** It does not belong to the roll: neither its area nor, by it, its owner counts. */
    EXCLUDED
  }

  public Unit {
    area = area.stripTrailingZeros();
    area = area.setScale(Math.max(CENTIARES, area.scale()));
    owners = owners.stream().distinct().sorted().toList();
  }

  public static Unit of(String id, String area, String... owners) {
    return new Unit(id, new BigDecimal(area), List.of(owners), Mark.NONE, "");
  }

  public static Unit unsold(String id, String area) {
    return of(id, area);
  }

  public Unit marked(Mark marked, String reason) {
    return new Unit(id, area, owners, marked, reason);
  }
}
