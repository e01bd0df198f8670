package org.xingfuli.estate.flow;

import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Quantities;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.kernel.UuidV7;

/** Turns a workbook's line into an estate and back. */
final class EstateLines {

  private EstateLines() {}

  /** The estate a line asks for; of one on record it keeps id and version, and what optional cells leave out. */
  static Estate estate(EstateLine line, @Nullable Estate was) {
    var counted = was == null ? Quantities.NONE : was.quantities();
    var small = line.small();
    var size = small == null
        ? was == null ? SizeClass.REGULAR : was.sizeClass()
        : small ? SizeClass.SMALL_AND_EASY : SizeClass.REGULAR;
    return new Estate(
        was == null ? UuidV7.create() : was.id(),
        line.code(),
        line.name(),
        line.street(),
        line.community() == null && was != null ? was.community() : line.community(),
        line.address() == null && was != null ? was.address() : line.address(),
        line.builtFrom() == null && was != null ? was.builtFrom() : line.builtFrom(),
        line.builtTo() == null && was != null ? was.builtTo() : line.builtTo(),
        line.floorArea(),
        size,
        small != null || (was != null && was.sizeClassChosen()),
        new Quantities(counted.buildings(), counted.stairwells(), counted.households(), line.roofStructures(),
            line.groundStructures(), line.roofArea(), line.facadeArea(), line.drainLength(), line.roadArea(),
            line.parkingSpaces(), line.chargingPoints(), line.greenArea()),
        was == null ? 1 : was.version());
  }

  /** The line an estate on record is exported as. */
  static EstateLine line(Estate estate) {
    var quantities = estate.quantities();
    return new EstateLine(0, estate.code(), estate.name(), estate.street(), estate.community(), estate.address(),
        estate.builtFrom(), estate.builtTo(), estate.floorArea(),
        estate.sizeClassChosen() ? (Boolean) (estate.sizeClass() == SizeClass.SMALL_AND_EASY) : null,
        quantities.roofStructures(), quantities.groundStructures(), quantities.roofArea(), quantities.facadeArea(),
        quantities.drainLength(), quantities.roadArea(), quantities.parkingSpaces(), quantities.chargingPoints(),
        quantities.greenArea());
  }
}
