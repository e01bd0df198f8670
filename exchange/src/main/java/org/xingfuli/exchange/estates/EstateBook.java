package org.xingfuli.exchange.estates;

import java.util.List;

/**
 * What a workbook holds; its households were handed on one by one while reading.
 *
 * @param households how many there were
 * @param faults everything wrong with it; what it holds counts only when there is none
 */
public record EstateBook(List<EstateLine> estates, List<BuildingLine> buildings, int households, Faults faults) {

  /** How many stairwells the buildings have together. */
  public int stairwells() {
    return buildings.stream().mapToInt(BuildingLine::stairwells).sum();
  }
}
