package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Quantities;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.estate.SizeRule;
import org.xingfuli.estate.model.Building;
import org.xingfuli.exchange.estates.Gazetteer;

/**
 * An estate whole: the row of the list, the quantities that drive its works, and its buildings in one line.
 *
 * @param sizeClassChosen whether a person set the size class; otherwise the size rule gave it
 */
record EstateDetail(
    UUID id,
    String name,
    String code,
    String street,
    String streetName,
    @Nullable String community,
    @Nullable String communityName,
    @Nullable String address,
    @Nullable Integer builtFrom,
    @Nullable Integer builtTo,
    int buildings,
    int households,
    BigDecimal floorArea,
    int illegalStructures,
    SizeClass sizeClass,
    boolean sizeClassChosen,
    SizeRule sizeRule,
    QuantitiesView quantities,
    BuildingSummary buildingSummary,
    int version) {

  static EstateDetail of(Estate estate, List<Building> buildings, SizeRule rule, Gazetteer places) {
    var row = EstateRow.of(estate, places);
    return new EstateDetail(row.id(), row.name(), row.code(), row.street(), row.streetName(), row.community(),
        row.communityName(), row.address(), row.builtFrom(), row.builtTo(), row.buildings(), row.households(),
        row.floorArea(), row.illegalStructures(), row.sizeClass(), row.sizeClassChosen(), rule,
        QuantitiesView.of(estate.quantities()), BuildingSummary.of(buildings), row.version());
  }

  /** Areas in ㎡, lengths in m, everything else counted. */
  record QuantitiesView(
      BigDecimal roofArea,
      BigDecimal facadeArea,
      BigDecimal drainLength,
      BigDecimal roadArea,
      int parkingSpaces,
      int chargingPoints,
      BigDecimal greenArea,
      int stairwells,
      int roofStructures,
      int groundStructures) {

    static QuantitiesView of(Quantities quantities) {
      return new QuantitiesView(quantities.roofArea(), quantities.facadeArea(), quantities.drainLength(),
          quantities.roadArea(), quantities.parkingSpaces(), quantities.chargingPoints(), quantities.greenArea(),
          quantities.stairwells(), quantities.roofStructures(), quantities.groundStructures());
    }
  }

  /** The buildings in one line; the sum of their floor areas may differ from the estate's stated one. */
  record BuildingSummary(
      int count, int stairwells, int households, BigDecimal floorArea, int flatRoofs, int minStoreys, int maxStoreys) {

    static BuildingSummary of(List<Building> buildings) {
      return new BuildingSummary(
          buildings.size(),
          buildings.stream().mapToInt(Building::stairwells).sum(),
          buildings.stream().mapToInt(Building::households).sum(),
          buildings.stream().map(Building::floorArea).reduce(BigDecimal.ZERO, BigDecimal::add),
          (int) buildings.stream().filter(building -> !building.pitchedRoof()).count(),
          buildings.stream().mapToInt(Building::storeys).min().orElse(0),
          buildings.stream().mapToInt(Building::storeys).max().orElse(0));
    }
  }
}
