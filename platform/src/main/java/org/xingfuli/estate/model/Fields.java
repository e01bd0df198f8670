package org.xingfuli.estate.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.estate.WorkLine;
import org.xingfuli.estate.WorkMark;
import org.xingfuli.estate.model.EstateChange.Cleared;

/** What of an estate, building, household, finding or work is told field by field in the history, and read back from it. */
public final class Fields {

  private Fields() {}

  /** An estate's fields; a size class nobody chose is nothing said. */
  public static Map<String, @Nullable String> of(Estate estate) {
    var q = estate.quantities();
    var fields = new LinkedHashMap<String, @Nullable String>();
    fields.put("code", estate.code());
    fields.put("name", estate.name());
    fields.put("street", estate.street());
    fields.put("community", estate.community());
    fields.put("address", estate.address());
    fields.put("builtFrom", text(estate.builtFrom()));
    fields.put("builtTo", text(estate.builtTo()));
    fields.put("floorArea", text(estate.floorArea()));
    fields.put("sizeClass", estate.sizeClassChosen() ? estate.sizeClass().name() : null);
    fields.put("roofStructures", text(q.roofStructures()));
    fields.put("groundStructures", text(q.groundStructures()));
    fields.put("roofArea", text(q.roofArea()));
    fields.put("facadeArea", text(q.facadeArea()));
    fields.put("drainLength", text(q.drainLength()));
    fields.put("roadArea", text(q.roadArea()));
    fields.put("parkingSpaces", text(q.parkingSpaces()));
    fields.put("chargingPoints", text(q.chargingPoints()));
    fields.put("greenArea", text(q.greenArea()));
    return fields;
  }

  /** The change that gives an estate these values; fields that are not named stay. */
  public static EstateChange estate(Map<String, @Nullable String> values) {
    var clear = new HashSet<Cleared>();
    var open = Map.of("community", Cleared.COMMUNITY, "address", Cleared.ADDRESS, "builtFrom", Cleared.BUILT_FROM,
        "builtTo", Cleared.BUILT_TO, "sizeClass", Cleared.SIZE_CLASS);
    open.forEach((field, cleared) -> {
      if (values.containsKey(field) && values.get(field) == null) {
        clear.add(cleared);
      }
    });
    var size = values.get("sizeClass");
    return new EstateChange(values.get("code"), values.get("name"), values.get("street"), values.get("community"),
        values.get("address"), whole(values, "builtFrom"), whole(values, "builtTo"), decimal(values, "floorArea"),
        size == null ? null : SizeClass.valueOf(size), whole(values, "roofStructures"),
        whole(values, "groundStructures"), decimal(values, "roofArea"), decimal(values, "facadeArea"),
        decimal(values, "drainLength"), decimal(values, "roadArea"), whole(values, "parkingSpaces"),
        whole(values, "chargingPoints"), decimal(values, "greenArea"), Set.copyOf(clear));
  }

  public static Map<String, @Nullable String> of(Building building) {
    var fields = new LinkedHashMap<String, @Nullable String>();
    fields.put("number", building.number());
    fields.put("storeys", text(building.storeys()));
    fields.put("builtYear", text(building.builtYear()));
    fields.put("floorArea", text(building.floorArea()));
    fields.put("stairwells", text(building.stairwells()));
    fields.put("pitchedRoof", Boolean.toString(building.pitchedRoof()));
    return fields;
  }

  /** A building's values as an entry; all fields must be named. */
  public static BuildingEntry building(Map<String, @Nullable String> values) {
    return new BuildingEntry(need(values, "number"), Integer.parseInt(need(values, "storeys")),
        whole(values, "builtYear"), new BigDecimal(need(values, "floorArea")),
        Integer.parseInt(need(values, "stairwells")), Boolean.parseBoolean(need(values, "pitchedRoof")));
  }

  public static Map<String, @Nullable String> of(Household household) {
    var fields = new LinkedHashMap<String, @Nullable String>();
    fields.put("stairwell", text(household.stairwell()));
    fields.put("floor", text(household.floor()));
    fields.put("door", household.door());
    fields.put("exclusiveArea", text(household.exclusiveArea()));
    return fields;
  }

  public static Map<String, @Nullable String> of(WorkLine line) {
    var fields = new LinkedHashMap<String, @Nullable String>();
    fields.put("quantity", line.corrected() ? text(line.quantity()) : null);
    fields.put("unitCost", text(line.unitCost()));
    fields.put("mark", line.mark().name());
    return fields;
  }

  /** A work's values; a quantity of null is the derived one. */
  public static WorkChange work(Map<String, @Nullable String> values) {
    var mark = values.get("mark");
    return new WorkChange(decimal(values, "quantity"), values.containsKey("quantity") && values.get("quantity") == null,
        decimal(values, "unitCost"), mark == null ? null : WorkMark.valueOf(mark));
  }

  public static Map<String, @Nullable String> of(Finding finding) {
    var fields = new LinkedHashMap<String, @Nullable String>();
    var grade = finding.grade();
    fields.put("grade", grade == null ? null : grade.name());
    fields.put("quantity", finding.quantity() == null ? null : text(finding.quantity()));
    fields.put("option", finding.option());
    fields.put("note", finding.note());
    return fields;
  }

  /** What differs, field by field. */
  public static List<Deed.Change> differences(Map<String, @Nullable String> was, Map<String, @Nullable String> now) {
    var changes = new ArrayList<Deed.Change>();
    now.forEach((field, value) -> {
      if (!Objects.equals(was.get(field), value)) {
        changes.add(new Deed.Change(field, was.get(field), value));
      }
    });
    return changes;
  }

  private static @Nullable String text(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }

  public static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static @Nullable Integer whole(Map<String, @Nullable String> values, String field) {
    var value = values.get(field);
    return value == null ? null : Integer.valueOf(value);
  }

  private static @Nullable BigDecimal decimal(Map<String, @Nullable String> values, String field) {
    var value = values.get(field);
    return value == null ? null : new BigDecimal(value);
  }

  private static String need(Map<String, @Nullable String> values, String field) {
    return Objects.requireNonNull(values.get(field), field);
  }
}
