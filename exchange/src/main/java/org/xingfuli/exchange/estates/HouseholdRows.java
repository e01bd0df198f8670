package org.xingfuli.exchange.estates;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.estates.BuildingRows.Key;

/** The sheet of households: each row by itself, and against its building and the rows before it. */
final class HouseholdRows {

  private final EstateRows estates;
  private final BuildingRows buildings;
  private final Consumer<HouseholdLine> next;
  private final Map<Door, Integer> rows = new HashMap<>();
  private int count;

  /** A door is unique within its stairwell. */
  private record Door(Key building, int stairwell, String door) {}

  HouseholdRows(EstateRows estates, BuildingRows buildings, Consumer<HouseholdLine> next) {
    this.estates = estates;
    this.buildings = buildings;
    this.next = next;
  }

  void add(Line line) {
    count++;
    var code = line.code(Columns.CODE);
    var number = line.code(Columns.NUMBER);
    var stairwell = line.whole(Columns.STAIRWELL, EstateLimits.STAIRWELLS);
    var floor = line.whole(Columns.FLOOR, EstateLimits.STOREYS);
    var door = line.code(Columns.DOOR);
    var area = line.decimal(Columns.HOUSEHOLD_AREA, EstateLimits.HOUSEHOLD_AREA);
    var owner = line.text(Columns.OWNER, EstateLimits.TEXT);
    var phone = line.phone(Columns.PHONE);
    if (code == null || number == null) {
      return;
    }
    if (!estates.has(code)) {
      line.fault(FaultKind.ESTATE_ABSENT, Columns.CODE, code, estates.nearest(code));
      return;
    }
    var key = new Key(code, number);
    if (!buildings.has(key)) {
      line.fault(FaultKind.BUILDING_ABSENT, Columns.NUMBER, number, buildings.numbers(code));
      return;
    }
    var known = buildings.find(key);
    if (known != null) {
      check(line, known.building, stairwell, floor);
      known.households = area == null ? known.households : known.households.add(area);
    }
    if (stairwell != null && door != null) {
      var before = rows.putIfAbsent(new Door(key, stairwell, door), line.number());
      if (before != null) {
        line.fault(FaultKind.HOUSEHOLD_TWICE, Columns.DOOR, door, before.toString());
      }
    }
    if (line.sound() && stairwell != null && floor != null && door != null && area != null) {
      next.accept(new HouseholdLine(line.number(), code, number, stairwell, floor, door, area, owner, phone));
    }
  }

  private static void check(Line line, BuildingLine building, @Nullable Integer stairwell,
      @Nullable Integer floor) {
    if (stairwell != null && stairwell > building.stairwells()) {
      line.fault(FaultKind.STAIRWELL, Columns.STAIRWELL, stairwell.toString(), Integer.toString(building.stairwells()));
    }
    if (floor != null && floor > building.storeys()) {
      line.fault(FaultKind.FLOOR, Columns.FLOOR, floor.toString(), Integer.toString(building.storeys()));
    }
  }

  int count() {
    return count;
  }

  /** Households cannot have more area than their building has floor. */
  void checkSums() {
    StreamSupport.stream(buildings.sound().spliterator(), false)
        .filter(known -> BuildingRows.exceeds(known.households, known.building.floorArea()))
        .sorted(Comparator.comparingInt(known -> known.building.row()))
        .forEach(known -> buildings.faults().add(FaultKind.HOUSEHOLDS_TOO_LARGE, known.area,
            known.building.floorArea().toPlainString(), known.households.toPlainString()));
  }
}
