package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.exchange.estates.Gazetteer;

/** An estate in a list; floor area in ㎡. A size class nobody chose is the size rule's. */
record EstateRow(
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
    int version) {

  static EstateRow of(Estate estate, Gazetteer places) {
    var community = estate.community();
    return new EstateRow(
        estate.id(),
        estate.name(),
        estate.code(),
        estate.street(),
        streetName(estate.street(), places),
        community,
        community == null ? null : places.communityName(community),
        estate.address(),
        estate.builtFrom(),
        estate.builtTo(),
        estate.quantities().buildings(),
        estate.quantities().households(),
        estate.floorArea(),
        estate.quantities().illegalStructures(),
        estate.sizeClass(),
        estate.sizeClassChosen(),
        estate.version());
  }

  /** A street the organisation tree has lost is shown by its code. */
  static String streetName(String street, Gazetteer places) {
    var name = places.streetName(street);
    return name == null ? street : name;
  }
}
