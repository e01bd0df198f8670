package org.xingfuli.estate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What there is to work on in an estate: the quantities that drive the durations of its activities.
 *
 * <p>Areas are in ㎡, lengths in m, everything else is counted. The counts of buildings, stairwells and households are
 * those on record; the others are the surveyor's figures.
 */
public record Quantities(
    int buildings,
    int stairwells,
    int households,
    int roofStructures,
    int groundStructures,
    BigDecimal roofArea,
    BigDecimal facadeArea,
    BigDecimal drainLength,
    BigDecimal roadArea,
    int parkingSpaces,
    int chargingPoints,
    BigDecimal greenArea) {

  public static final Quantities NONE =
      new Quantities(0, 0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0,
          BigDecimal.ZERO);

  /** Illegal structures on roofs and on the ground together. */
  public int illegalStructures() {
    return roofStructures + groundStructures;
  }

  /** Every quantity under the name the activity template calls its driver. */
  public Map<String, BigDecimal> byDriver() {
    var drivers = new LinkedHashMap<String, BigDecimal>();
    drivers.put("buildings", BigDecimal.valueOf(buildings));
    drivers.put("stairwells", BigDecimal.valueOf(stairwells));
    drivers.put("households", BigDecimal.valueOf(households));
    drivers.put("illegal_structures", BigDecimal.valueOf(illegalStructures()));
    drivers.put("roof_structures", BigDecimal.valueOf(roofStructures));
    drivers.put("ground_structures", BigDecimal.valueOf(groundStructures));
    drivers.put("roof_area", roofArea);
    drivers.put("facade_area", facadeArea);
    drivers.put("drain_length", drainLength);
    drivers.put("road_area", roadArea);
    drivers.put("parking_spaces", BigDecimal.valueOf(parkingSpaces));
    drivers.put("charging_points", BigDecimal.valueOf(chargingPoints));
    drivers.put("green_area", greenArea);
    return drivers;
  }

  /** The quantities of two estates together, as of a project that covers both. */
  public Quantities plus(Quantities other) {
    return new Quantities(
        buildings + other.buildings,
        stairwells + other.stairwells,
        households + other.households,
        roofStructures + other.roofStructures,
        groundStructures + other.groundStructures,
        roofArea.add(other.roofArea),
        facadeArea.add(other.facadeArea),
        drainLength.add(other.drainLength),
        roadArea.add(other.roadArea),
        parkingSpaces + other.parkingSpaces,
        chargingPoints + other.chargingPoints,
        greenArea.add(other.greenArea));
  }
}
