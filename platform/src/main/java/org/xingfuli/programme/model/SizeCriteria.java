package org.xingfuli.programme.model;

import java.math.BigDecimal;
import org.xingfuli.programme.SizeClass;

/**
 * When a project counts as small and easy: "难度不大、规模不大" of the brief put into figures. The limits are our assumption,
 * shown beside the class and editable per project.
 */
public record SizeCriteria(int mostBuildings, int mostHouseholds, int mostIllegalStructures) {

  /** The limits a new programme starts with (assumption). */
  public static final SizeCriteria DEFAULT = new SizeCriteria(12, 400, 120);

  public SizeClass classify(Quantities quantities) {
    return within(quantities, Driver.BUILDINGS, mostBuildings)
            && within(quantities, Driver.HOUSEHOLDS, mostHouseholds)
            && within(quantities, Driver.ILLEGAL_STRUCTURES, mostIllegalStructures)
        ? SizeClass.SMALL_AND_EASY
        : SizeClass.REGULAR;
  }

  private static boolean within(Quantities quantities, Driver driver, int most) {
    return quantities.of(driver).compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
