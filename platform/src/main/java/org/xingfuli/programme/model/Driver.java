package org.xingfuli.programme.model;

import java.util.Locale;

/** The quantity of a project that drives an activity's duration; {@code FIXED} ones do not scale. */
public enum Driver {
  FIXED,
  BUILDINGS,
  HOUSEHOLDS,
  STAIRWELLS,
  ILLEGAL_STRUCTURES,
  ROOF_STRUCTURES,
  GROUND_STRUCTURES,
  ROOF_AREA,
  FACADE_AREA,
  DRAIN_LENGTH,
  ROAD_AREA,
  PARKING_SPACES,
  CHARGING_POINTS,
  GREEN_AREA;

  public static Driver of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
