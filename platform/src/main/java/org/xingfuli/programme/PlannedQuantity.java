package org.xingfuli.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * How much of one work a project is to do.
 *
 * @param work the catalogue's code, such as {@code W01}; unique within a project
 * @param quantity in {@code unit}, as Chinese screens write it
 * @param approved from the approved budget; otherwise from the menus of the project's estates, each by its share
 * @param activities codes of the template's activities that do it
 */
public record PlannedQuantity(
    UUID projectId, String work, Words name, String unit, BigDecimal quantity, boolean approved, List<String> activities) {

  public PlannedQuantity {
    activities = List.copyOf(activities);
  }
}
