package org.xingfuli.exchange.estates;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.estates.FaultKind.Place;

/** Collects faults: all are counted, the first are kept, so that a hopeless workbook does not fill the memory. */
public final class Faults {

  /** So many are listed; whoever has more mends these first. */
  public static final int LISTED = 500;

  private static final List<String> SHEETS = List.of("", Columns.ESTATES, Columns.BUILDINGS, Columns.HOUSEHOLDS, WorkColumns.SHEET);
  private static final Comparator<Fault> ORDER = Comparator
      .comparingInt((Fault fault) -> SHEETS.indexOf(fault.sheet()))
      .thenComparingInt(Fault::row)
      .thenComparingInt(fault -> fault.column().length())
      .thenComparing(Fault::column);

  private final List<Fault> listed = new ArrayList<>();
  private int count;

  void add(FaultKind kind, Place place, @Nullable String value, @Nullable String against) {
    count++;
    if (listed.size() < LISTED) {
      listed.add(kind.at(place, value, against));
    }
  }

  /** The record knows an estate of this code in another street. */
  public void otherStreet(EstateLine estate, String streetName) {
    add(FaultKind.OTHER_STREET, new Place(Columns.ESTATES, estate.row(), "", Columns.CODE.zh()), estate.code(), streetName);
  }

  /** The record has households in a stairwell the building would lose. */
  public void fewerStairwells(BuildingLine building, int last) {
    add(FaultKind.FEWER_STAIRWELLS, new Place(Columns.BUILDINGS, building.row(), "", Columns.STAIRWELLS.zh()),
        Integer.toString(building.stairwells()), Integer.toString(last));
  }

  /** With the households on record the building would have more exclusive area than floor. */
  public void householdsTooLarge(BuildingLine building, BigDecimal sum) {
    add(FaultKind.HOUSEHOLDS_TOO_LARGE, new Place(Columns.BUILDINGS, building.row(), "", Columns.BUILDING_AREA.zh()),
        building.floorArea().toPlainString(), sum.toPlainString());
  }

  /** With the buildings on record the estate would have less floor than its buildings. */
  public void buildingsTooLarge(EstateLine estate, BigDecimal sum) {
    add(FaultKind.BUILDINGS_TOO_LARGE, new Place(Columns.ESTATES, estate.row(), "", Columns.ESTATE_AREA.zh()),
        estate.floorArea().toPlainString(), sum.toPlainString());
  }

  /** The faults kept, in the order of sheet, row and column. */
  public List<Fault> listed() {
    return listed.stream().sorted(ORDER).toList();
  }

  public int count() {
    return count;
  }

  public boolean none() {
    return count == 0;
  }
}
