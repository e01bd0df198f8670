package org.xingfuli.exchange.estates;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sheet of buildings: each row by itself, and against its estate and the rows before it. */
final class BuildingRows {

  private final EstateRows estates;
  private final Faults faults;
  private final List<BuildingLine> lines = new ArrayList<>();
  /** Rows by estate and number, faulty ones too: what refers to them is not at fault. */
  private final Map<Key, Integer> rows = new HashMap<>();
  private final Map<Key, Known> sound = new HashMap<>();

  /** A building's number is unique within its estate. */
  record Key(String estate, String number) {}

  /** A sound building, where its area stands, and the sum of its households' areas so far. */
  static final class Known {
    final BuildingLine building;
    final FaultKind.Place area;
    BigDecimal households = BigDecimal.ZERO;

    Known(BuildingLine building, FaultKind.Place area) {
      this.building = building;
      this.area = area;
    }
  }

  BuildingRows(EstateRows estates, Faults faults) {
    this.estates = estates;
    this.faults = faults;
  }

  void add(Line line) {
    var code = line.code(Columns.CODE);
    var number = line.code(Columns.NUMBER);
    var storeys = line.whole(Columns.STOREYS, EstateLimits.STOREYS);
    var year = line.year(Columns.BUILT_YEAR);
    var area = line.decimal(Columns.BUILDING_AREA, EstateLimits.BUILDING_AREA);
    var stairwells = line.whole(Columns.STAIRWELLS, EstateLimits.STAIRWELLS);
    var roof = line.choice(Columns.ROOF, List.of(Columns.FLAT, Columns.PITCHED));
    if (code != null && !estates.has(code)) {
      line.fault(FaultKind.ESTATE_ABSENT, Columns.CODE, code, estates.nearest(code));
    }
    checkYear(line, code, year);
    if (code == null || number == null) {
      return;
    }
    var key = new Key(code, number);
    var before = rows.putIfAbsent(key, line.number());
    if (before != null) {
      line.fault(FaultKind.BUILDING_TWICE, Columns.NUMBER, number, before.toString());
    }
    if (line.sound() && storeys != null && area != null && stairwells != null) {
      var building = new BuildingLine(
          line.number(), code, number, storeys, year, area, stairwells, Columns.PITCHED.equals(roof));
      lines.add(building);
      sound.put(key, new Known(building, line.place(Columns.BUILDING_AREA)));
    }
  }

  private void checkYear(Line line, @Nullable String code, @Nullable Integer year) {
    var estate = code == null ? null : estates.find(code);
    if (estate == null || year == null) {
      return;
    }
    var from = estate.builtFrom();
    var to = estate.builtTo();
    if ((from != null && year < from) || (to != null && year > to)) {
      line.fault(FaultKind.YEAR_OUTSIDE, Columns.BUILT_YEAR, year.toString(),
          (from == null ? "" : from) + "–" + (to == null ? "" : to));
    }
  }

  List<BuildingLine> lines() {
    return lines;
  }

  boolean has(Key key) {
    return rows.containsKey(key);
  }

  @Nullable Known find(Key key) {
    return sound.get(key);
  }

  Iterable<Known> sound() {
    return sound.values();
  }

  Faults faults() {
    return faults;
  }

  /** The numbers of an estate's buildings, for whoever looked for another. */
  String numbers(String estate) {
    return rows.keySet().stream().filter(key -> key.estate().equals(estate)).map(Key::number).sorted().limit(12)
        .collect(Collectors.joining("、"));
  }

  /** Buildings cannot have more floor than their estate. */
  void checkSums() {
    var sums = new HashMap<String, BigDecimal>();
    lines.forEach(building -> sums.merge(building.estateCode(), building.floorArea(), BigDecimal::add));
    for (var estate : estates.lines()) {
      var sum = sums.getOrDefault(estate.code(), BigDecimal.ZERO);
      if (exceeds(sum, estate.floorArea())) {
        estates.sumFault(estate, sum);
      }
    }
  }

  /** Whether a sum is larger than the whole by more than measuring and rounding explain. */
  static boolean exceeds(BigDecimal sum, BigDecimal whole) {
    var most = whole.multiply(BigDecimal.valueOf(1000 + EstateLimits.SUM_TOLERANCE)).movePointLeft(3);
    return sum.compareTo(most) > 0;
  }
}
