package org.xingfuli.estate.model;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Quantities;
import org.xingfuli.estate.SizeClass;

/**
 * What somebody wants an estate to be; what is null stays as it is.
 *
 * @param clear what shall no longer be said, though it was
 */
public record EstateChange(
    @Nullable String code,
    @Nullable String name,
    @Nullable String street,
    @Nullable String community,
    @Nullable String address,
    @Nullable Integer builtFrom,
    @Nullable Integer builtTo,
    @Nullable BigDecimal floorArea,
    @Nullable SizeClass sizeClass,
    @Nullable Integer roofStructures,
    @Nullable Integer groundStructures,
    @Nullable BigDecimal roofArea,
    @Nullable BigDecimal facadeArea,
    @Nullable BigDecimal drainLength,
    @Nullable BigDecimal roadArea,
    @Nullable Integer parkingSpaces,
    @Nullable Integer chargingPoints,
    @Nullable BigDecimal greenArea,
    Set<Cleared> clear) {

  /** What of an estate may be left open; a size class left open is the size rule's. */
  public enum Cleared { COMMUNITY, ADDRESS, BUILT_FROM, BUILT_TO, SIZE_CLASS }

  public EstateChange(@Nullable String code, @Nullable String name, @Nullable String street, @Nullable String community,
      @Nullable String address, @Nullable Integer builtFrom, @Nullable Integer builtTo, @Nullable BigDecimal floorArea,
      @Nullable SizeClass sizeClass, @Nullable Integer roofStructures, @Nullable Integer groundStructures,
      @Nullable BigDecimal roofArea, @Nullable BigDecimal facadeArea, @Nullable BigDecimal drainLength,
      @Nullable BigDecimal roadArea, @Nullable Integer parkingSpaces, @Nullable Integer chargingPoints,
      @Nullable BigDecimal greenArea) {
    this(code, name, street, community, address, builtFrom, builtTo, floorArea, sizeClass, roofStructures,
        groundStructures, roofArea, facadeArea, drainLength, roadArea, parkingSpaces, chargingPoints, greenArea,
        Set.of());
  }

  /** The estate as it would be; a street changed without a community leaves the old community behind. */
  public Estate applyTo(Estate estate) {
    var was = estate.quantities();
    boolean moved = street != null && !street.equals(estate.street());
    return new Estate(
        estate.id(),
        or(code, estate.code()).strip(),
        or(name, estate.name()).strip(),
        or(street, estate.street()),
        blankToNull(kept(Cleared.COMMUNITY, community, moved ? null : estate.community())),
        blankToNull(kept(Cleared.ADDRESS, address, estate.address())),
        kept(Cleared.BUILT_FROM, builtFrom, estate.builtFrom()),
        kept(Cleared.BUILT_TO, builtTo, estate.builtTo()),
        or(floorArea, estate.floorArea()),
        or(sizeClass, estate.sizeClass()),
        !clear.contains(Cleared.SIZE_CLASS) && (sizeClass != null || estate.sizeClassChosen()),
        new Quantities(
            was.buildings(),
            was.stairwells(),
            was.households(),
            or(roofStructures, was.roofStructures()),
            or(groundStructures, was.groundStructures()),
            or(roofArea, was.roofArea()),
            or(facadeArea, was.facadeArea()),
            or(drainLength, was.drainLength()),
            or(roadArea, was.roadArea()),
            or(parkingSpaces, was.parkingSpaces()),
            or(chargingPoints, was.chargingPoints()),
            or(greenArea, was.greenArea())),
        estate.version());
  }

  private <T> @Nullable T kept(Cleared field, @Nullable T wanted, @Nullable T was) {
    return clear.contains(field) ? null : wanted != null ? wanted : was;
  }

  private static <T> T or(@Nullable T wanted, T was) {
    return wanted == null ? was : wanted;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
