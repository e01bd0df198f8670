package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.estate.model.EstateChange;
import org.xingfuli.estate.model.EstateChange.Cleared;

/**
 * An estate as somebody enters or corrects it; what is left out stays as it is. A correction names the version seen.
 *
 * @param reason why it is corrected; kept in the estate's history
 * @param clear what shall no longer be said; a size class not said is the size rule's
 */
record EstateBody(
    @Nullable Integer version,
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
    @Nullable Set<Cleared> clear,
    @Nullable String reason) {

  EstateChange change() {
    return new EstateChange(code, name, street, community, address, builtFrom, builtTo, floorArea, sizeClass,
        roofStructures, groundStructures, roofArea, facadeArea, drainLength, roadArea, parkingSpaces, chargingPoints,
        greenArea, clear == null ? Set.of() : clear);
  }
}
