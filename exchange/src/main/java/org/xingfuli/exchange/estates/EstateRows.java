package org.xingfuli.exchange.estates;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sheet of estates: each row by itself, and against the rows before it. */
final class EstateRows {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  private final Gazetteer places;
  private final Set<String> areas;
  private final Faults faults;
  private final List<EstateLine> lines = new ArrayList<>();
  /** Rows by code, faulty ones too: what refers to them is not at fault. */
  private final Map<String, Integer> rows = new LinkedHashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, EstateLine> byCode = new HashMap<>();
  private final Map<String, FaultKind.Place> areaPlaces = new HashMap<>();

  EstateRows(Gazetteer places, Set<String> areas, Faults faults) {
    this.places = places;
    this.areas = areas;
    this.faults = faults;
  }

  void add(Line line) {
    var code = code(line);
    var name = line.text(Columns.NAME, EstateLimits.TEXT);
    var street = street(line);
    var community = community(line, street);
    var address = line.text(Columns.ADDRESS, EstateLimits.ADDRESS);
    var from = line.year(Columns.BUILT_FROM);
    var to = line.year(Columns.BUILT_TO);
    if (from != null && to != null && from > to) {
      line.fault(FaultKind.YEARS_REVERSED, Columns.BUILT_TO, to.toString(), from.toString());
    }
    var area = line.decimal(Columns.ESTATE_AREA, EstateLimits.ESTATE_AREA);
    var size = line.choice(Columns.SIZE, List.of(Columns.SMALL, Columns.REGULAR));
    int roofStructures = count(line, Columns.ROOF_STRUCTURES);
    int groundStructures = count(line, Columns.GROUND_STRUCTURES);
    var roofArea = amount(line, Columns.ROOF_AREA, EstateLimits.ESTATE_AREA);
    var facadeArea = amount(line, Columns.FACADE_AREA, EstateLimits.ESTATE_AREA);
    var drainLength = amount(line, Columns.DRAIN_LENGTH, EstateLimits.LENGTH);
    var roadArea = amount(line, Columns.ROAD_AREA, EstateLimits.ESTATE_AREA);
    int parking = count(line, Columns.PARKING);
    int charging = count(line, Columns.CHARGING);
    var greenArea = amount(line, Columns.GREEN_AREA, EstateLimits.ESTATE_AREA);
    if (street != null && name != null) {
      var before = names.putIfAbsent(street + name, line.number());
      if (before != null) {
        line.fault(FaultKind.NAME_TWICE, Columns.NAME, name, before.toString());
      }
    }
    if (line.sound() && code != null && name != null && street != null && area != null) {
      var estate = new EstateLine(line.number(), code, name, street, community, address, from, to, area,
          size == null ? null : size.equals(Columns.SMALL), roofStructures, groundStructures, roofArea, facadeArea,
          drainLength, roadArea, parking, charging, greenArea);
      lines.add(estate);
      byCode.put(code, estate);
      areaPlaces.put(code, line.place(Columns.ESTATE_AREA));
    }
  }

  private @Nullable String code(Line line) {
    var code = line.code(Columns.CODE);
    if (code == null) {
      return null;
    }
    if (!CODE.matcher(code).matches()) {
      line.fault(FaultKind.BAD_CODE, Columns.CODE, code, null);
    }
    var before = rows.putIfAbsent(code, line.number());
    if (before != null) {
      line.fault(FaultKind.ESTATE_TWICE, Columns.CODE, code, before.toString());
    }
    return code;
  }

  private @Nullable String street(Line line) {
    var named = line.text(Columns.STREET, EstateLimits.TEXT);
    if (named == null) {
      return null;
    }
    var street = places.street(named);
    if (street == null) {
      line.fault(FaultKind.STREET, Columns.STREET, named, places.nearestStreet(named));
      return null;
    }
    return street.code();
  }

  private @Nullable String community(Line line, @Nullable String street) {
    var named = line.text(Columns.COMMUNITY, EstateLimits.TEXT);
    var community = named == null || street == null ? null : places.community(street, named);
    if (named != null && street != null && community == null) {
      line.fault(FaultKind.COMMUNITY, Columns.COMMUNITY, named, places.nearestCommunity(street, named));
    }
    var code = community == null ? null : community.code();
    var area = code == null ? street : code;
    if (area != null && areas.stream().noneMatch(area::startsWith)) {
      line.fault(FaultKind.SCOPE, code == null ? Columns.STREET : Columns.COMMUNITY, places.streetName(area.substring(0, 9)), null);
    }
    return code;
  }

  private static int count(Line line, Column column) {
    var count = line.whole(column, EstateLimits.COUNT);
    return count == null ? 0 : count;
  }

  private static BigDecimal amount(Line line, Column column, int most) {
    var amount = line.decimal(column, most);
    return amount == null ? BigDecimal.ZERO.setScale(2) : amount;
  }

  List<EstateLine> lines() {
    return lines;
  }

  boolean has(String code) {
    return rows.containsKey(code);
  }

  /** The estate of this code when its row is sound. */
  @Nullable EstateLine find(String code) {
    return byCode.get(code);
  }

  /** The code nearest to one that is none. */
  @Nullable String nearest(String code) {
    return rows.keySet().stream().limit(1_000)
        .min(Comparator.comparingInt(known -> Gazetteer.distance(known, code)))
        .filter(known -> Gazetteer.distance(known, code) <= 2)
        .orElse(null);
  }

  /** The buildings of an estate have more floor than the estate. */
  void sumFault(EstateLine estate, BigDecimal sum) {
    var place = areaPlaces.get(estate.code());
    if (place != null) {
      faults.add(FaultKind.BUILDINGS_TOO_LARGE, place, estate.floorArea().toPlainString(), sum.toPlainString());
    }
  }
}
