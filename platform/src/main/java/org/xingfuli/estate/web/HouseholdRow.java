package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.model.Mask;
import org.xingfuli.estate.store.HouseholdStore;

/** A household; its owner's name and phone only masked. Exclusive area in ㎡. */
record HouseholdRow(
    UUID id,
    int stairwell,
    int floor,
    String door,
    BigDecimal exclusiveArea,
    @Nullable String ownerMasked,
    @Nullable String phoneMasked,
    int version) {

  static HouseholdRow of(HouseholdStore.Occupied occupied) {
    var household = occupied.household();
    return new HouseholdRow(household.id(), household.stairwell(), household.floor(), household.door(),
        household.exclusiveArea(), Mask.name(occupied.ownerName()), Mask.phone(occupied.ownerPhone()),
        occupied.version());
  }
}
