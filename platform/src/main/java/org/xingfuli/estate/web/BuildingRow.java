package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.model.Building;

/** A building of an estate; floor area in ㎡. */
record BuildingRow(
    UUID id,
    String number,
    int storeys,
    @Nullable Integer builtYear,
    BigDecimal floorArea,
    int stairwells,
    int households,
    boolean pitchedRoof,
    int version) {

  static BuildingRow of(Building building) {
    return new BuildingRow(building.id(), building.number(), building.storeys(), building.builtYear(),
        building.floorArea(), building.stairwells(), building.households(), building.pitchedRoof(),
        building.version());
  }
}
