package org.xingfuli.exchange.estates;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes estates, their buildings and households into the form they are imported in. The sheets are begun in that
 * order, and each is out of memory when the next begins.
 */
public final class EstateBookWriter implements AutoCloseable {

  private final Gazetteer places;
  private final Workbook workbook;
  private Pen pen;

  public EstateBookWriter(OutputStream out, Gazetteer places) {
    this.places = places;
    this.workbook = new Workbook(out, "Xingfuli", "1.0");
    this.pen = new Pen(workbook, Columns.ESTATES, Columns.OF_ESTATES);
  }

  public void estate(EstateLine estate) throws IOException {
    var community = estate.community();
    var small = estate.small();
    pen.put(estate.code()).put(estate.name()).put(named(places.streetName(estate.street()), estate.street()))
        .put(community == null ? null : named(places.communityName(community), community))
        .put(estate.address()).put(estate.builtFrom()).put(estate.builtTo()).put(estate.floorArea())
        .put(small == null ? null : small ? Columns.SMALL : Columns.REGULAR)
        .put(estate.roofStructures()).put(estate.groundStructures()).put(estate.roofArea()).put(estate.facadeArea())
        .put(estate.drainLength()).put(estate.roadArea()).put(estate.parkingSpaces()).put(estate.chargingPoints())
        .put(estate.greenArea());
    pen.nextAndFlush();
  }

  /** No more estates: what follows are buildings. */
  public void beginBuildings() throws IOException {
    pen.sheet().finish();
    pen = new Pen(workbook, Columns.BUILDINGS, Columns.OF_BUILDINGS);
  }

  public void building(BuildingLine building) throws IOException {
    pen.put(building.estateCode()).put(building.number()).put(building.storeys()).put(building.builtYear())
        .put(building.floorArea()).put(building.stairwells())
        .put(building.pitchedRoof() ? Columns.PITCHED : Columns.FLAT);
    pen.nextAndFlush();
  }

  /** No more buildings: what follows are households. */
  public void beginHouseholds() throws IOException {
    pen.sheet().finish();
    pen = new Pen(workbook, Columns.HOUSEHOLDS, Columns.OF_HOUSEHOLDS);
  }

  public void household(HouseholdLine household) throws IOException {
    pen.put(household.estateCode()).put(household.building()).put(household.stairwell()).put(household.floor())
        .put(household.door()).put(household.exclusiveArea()).put(household.owner()).put(household.phone());
    pen.nextAndFlush();
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }

  private static String named(@Nullable String name, String code) {
    return name == null ? code : name;
  }
}
