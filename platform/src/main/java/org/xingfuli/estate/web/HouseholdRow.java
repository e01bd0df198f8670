package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.access.Permission;
import org.xingfuli.estate.store.HouseholdStore;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.wire.Mask;

/** A household; its owner's name and phone only masked, its door where the role does not visit it. Exclusive area in ㎡. */
record HouseholdRow(
    UUID id,
    int stairwell,
    int floor,
    String door,
    BigDecimal exclusiveArea,
    @Nullable String ownerMasked,
    @Nullable String phoneMasked,
    int version) {

  /** Whether the person's role goes to the doors or keeps the list of them; others see the floor. */
  static boolean seesDoors(SignedIn person) {
    return person.may(Permission.PERSONAL_REVEAL) || person.may(Permission.ESTATE_EDIT);
  }

  static HouseholdRow of(HouseholdStore.Occupied occupied, boolean doors) {
    var household = occupied.household();
    return new HouseholdRow(household.id(), household.stairwell(), household.floor(),
        doors ? household.door() : Objects.requireNonNull(Mask.door(household.door())),
        household.exclusiveArea(), Mask.name(occupied.ownerName()), Mask.phone(occupied.ownerPhone()),
        occupied.version());
  }
}
