package org.xingfuli.estate.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.model.Titles;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.HouseholdLine;
import org.xingfuli.kernel.SearchText;
import org.xingfuli.kernel.UuidV7;

/** Writes buildings and households of many estates at once; what is there already is changed, nothing is deleted. */
@Component
public class BulkStore {

  private static final int AT_ONCE = 2_000;

  private final JdbcClient jdbc;

  BulkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a building's rows go. */
  public record Target(UUID estate, String estateName, String area) {}

  /** A building on record, and the last of its stairwells that has households. */
  public record OnRecord(UUID id, String number, int lastStairwell) {}

  /** The estates the scope sees with one of these codes, in whatever street. */
  public List<Estate> withCodes(Collection<String> codes) {
    return jdbc.sql("select * from estate.estate where code = any(:codes)")
        .param("codes", codes.toArray(String[]::new)).query(EstateRows.MAPPER).list();
  }

  public List<OnRecord> buildings(UUID estate) {
    return jdbc.sql("""
        select b.id, b.number, coalesce(max(h.stairwell), 0) as last
        from estate.building b left join estate.household h on h.building_id = b.id
        where b.estate_id = :estate group by b.id""")
        .param("estate", estate)
        .query((row, number) -> new OnRecord(row.getObject("id", UUID.class), row.getString("number"), row.getInt("last")))
        .list();
  }

  /** Writes the buildings with their stairwells, and returns the ids of all buildings of these estates by number. */
  public Map<UUID, Map<String, UUID>> writeBuildings(Map<String, Target> estates, List<BuildingLine> lines) {
    buildingBatch(estates).write(jdbc, """
        insert into estate.building (id, estate_id, area, number, storeys, built_year, floor_area, stairwells,
          pitched_roof, plain, bigrams)
        select id, estate, area, number, storeys, built_year, floor_area::numeric, stairwells, pitched, plain,
          string_to_array(pairs, ' ')
        from unnest(:ids, :estates, :areas, :numbers, :storeys, :years, :floorAreas, :stairwells, :pitched, :plains,
          :pairs) n (id, estate, area, number, storeys, built_year, floor_area, stairwells, pitched, plain, pairs)
        on conflict (estate_id, number) do update set storeys = excluded.storeys,
          built_year = coalesce(excluded.built_year, building.built_year), floor_area = excluded.floor_area,
          stairwells = excluded.stairwells, pitched_roof = excluded.pitched_roof, plain = excluded.plain,
          bigrams = excluded.bigrams, version = building.version + 1""", lines, AT_ONCE);
    var ids = new HashMap<UUID, Map<String, UUID>>();
    jdbc.sql("select id, estate_id, number from estate.building where estate_id = any(:estates)")
        .param("estates", estates.values().stream().map(Target::estate).toArray(UUID[]::new))
        .query((row, number) -> ids.computeIfAbsent(row.getObject("estate_id", UUID.class), estate -> new HashMap<>())
            .put(row.getString("number"), row.getObject("id", UUID.class)))
        .list();
    writeStairwells(estates, lines, ids);
    return ids;
  }

  private static Batch<BuildingLine> buildingBatch(Map<String, Target> estates) {
    return new Batch<BuildingLine>()
        .ids("ids", line -> UuidV7.create())
        .ids("estates", line -> target(estates, line.estateCode()).estate())
        .texts("areas", line -> target(estates, line.estateCode()).area())
        .texts("numbers", BuildingLine::number)
        .numbers("storeys", BuildingLine::storeys)
        .numbers("years", BuildingLine::builtYear)
        .decimals("floorAreas", BuildingLine::floorArea)
        .numbers("stairwells", BuildingLine::stairwells)
        .truths("pitched", BuildingLine::pitchedRoof)
        .texts("plains", line -> plain(estates, line))
        .texts("pairs", line -> String.join(" ", SearchText.bigrams(plain(estates, line))));
  }

  private record Stairwell(UUID building, Target target, int number) {}

  private void writeStairwells(Map<String, Target> estates, List<BuildingLine> lines, Map<UUID, Map<String, UUID>> ids) {
    var stairwells = new ArrayList<Stairwell>();
    for (var line : lines) {
      var target = target(estates, line.estateCode());
      var building = ids.getOrDefault(target.estate(), Map.of()).get(line.number());
      for (int number = 1; building != null && number <= line.stairwells(); number++) {
        stairwells.add(new Stairwell(building, target, number));
      }
    }
    new Batch<Stairwell>()
        .ids("ids", stairwell -> UuidV7.create())
        .ids("buildings", Stairwell::building)
        .ids("estates", stairwell -> stairwell.target().estate())
        .texts("areas", stairwell -> stairwell.target().area())
        .numbers("numbers", Stairwell::number)
        .write(jdbc, """
            insert into estate.stairwell (id, building_id, estate_id, area, number)
            select * from unnest(:ids, :buildings, :estates, :areas, :numbers)
            on conflict (building_id, number) do nothing""", stairwells, AT_ONCE);
    jdbc.sql("""
        delete from estate.stairwell s using estate.building b
        where b.id = s.building_id and b.estate_id = any(:estates) and s.number > b.stairwells""")
        .param("estates", estates.values().stream().map(Target::estate).toArray(UUID[]::new)).update();
  }

  /** Writes households into buildings that stand already; an owner left out stays as on record. */
  public void writeHouseholds(Map<String, Target> estates, Map<UUID, Map<String, UUID>> buildings,
      List<HouseholdLine> lines) {
    new Batch<HouseholdLine>()
        .ids("ids", line -> UuidV7.create())
        .ids("buildings", line -> building(estates, buildings, line))
        .ids("estates", line -> target(estates, line.estateCode()).estate())
        .texts("areas", line -> target(estates, line.estateCode()).area())
        .numbers("stairwells", HouseholdLine::stairwell)
        .numbers("floors", HouseholdLine::floor)
        .texts("doors", HouseholdLine::door)
        .decimals("exclusiveAreas", HouseholdLine::exclusiveArea)
        .texts("plains", line -> plain(estates, line))
        .texts("pairs", line -> String.join(" ", SearchText.bigrams(plain(estates, line))))
        .write(jdbc, """
            insert into estate.household (id, building_id, estate_id, area, stairwell, floor, door, exclusive_area, plain,
              bigrams)
            select id, building, estate, area, stairwell, floor, door, exclusive::numeric, plain,
              string_to_array(pairs, ' ')
            from unnest(:ids, :buildings, :estates, :areas, :stairwells, :floors, :doors, :exclusiveAreas, :plains,
              :pairs) n (id, building, estate, area, stairwell, floor, door, exclusive, plain, pairs)
            on conflict (building_id, stairwell, door) do update set floor = excluded.floor,
              exclusive_area = excluded.exclusive_area, version = household.version + 1
            where (household.floor, household.exclusive_area) is distinct from (excluded.floor, excluded.exclusive_area)""",
            lines, AT_ONCE);
    var owned = lines.stream().filter(line -> line.owner() != null || line.phone() != null).toList();
    new Batch<HouseholdLine>()
        .ids("buildings", line -> building(estates, buildings, line))
        .numbers("stairwells", HouseholdLine::stairwell)
        .texts("doors", HouseholdLine::door)
        .texts("names", HouseholdLine::owner)
        .texts("phones", HouseholdLine::phone)
        .write(jdbc, """
            insert into estate.owner (household_id, estate_id, area, name, phone)
            select h.id, h.estate_id, h.area, n.name, n.phone
            from unnest(:buildings, :stairwells, :doors, :names, :phones) n (building, stairwell, door, name, phone)
              join estate.household h on h.building_id = n.building and h.stairwell = n.stairwell and h.door = n.door
            on conflict (household_id) do update set name = coalesce(excluded.name, owner.name),
              phone = coalesce(excluded.phone, owner.phone)""", owned, AT_ONCE);
  }

  /** Buildings of these estates whose households have more area than the building has floor, with that sum. */
  public Map<UUID, BigDecimal> crowdedBuildings(Collection<UUID> estates, int toleranceThousandths) {
    return sums("""
        select b.id, sum(h.exclusive_area) as total
        from estate.building b join estate.household h on h.building_id = b.id
        where b.estate_id = any(:estates) group by b.id
        having sum(h.exclusive_area) > b.floor_area * (1000 + :tolerance) / 1000""", estates, toleranceThousandths);
  }

  /** Those of these estates whose buildings have more floor than the estate, with that sum. */
  public Map<UUID, BigDecimal> crowdedEstates(Collection<UUID> estates, int toleranceThousandths) {
    return sums("""
        select e.id, sum(b.floor_area) as total
        from estate.estate e join estate.building b on b.estate_id = e.id
        where e.id = any(:estates) group by e.id
        having sum(b.floor_area) > e.floor_area * (1000 + :tolerance) / 1000""", estates, toleranceThousandths);
  }

  private Map<UUID, BigDecimal> sums(String sql, Collection<UUID> estates, int tolerance) {
    var sums = new HashMap<UUID, BigDecimal>();
    jdbc.sql(sql).param("estates", estates.toArray(UUID[]::new)).param("tolerance", tolerance)
        .query((row, number) -> sums.put(row.getObject("id", UUID.class), row.getBigDecimal("total")) == null)
        .list();
    return sums;
  }

  private static Target target(Map<String, Target> estates, String code) {
    var target = estates.get(code);
    if (target == null) {
      throw new IllegalArgumentException("no estate " + code + " among " + estates.size());
    }
    return target;
  }

  private static UUID building(Map<String, Target> estates, Map<UUID, Map<String, UUID>> buildings, HouseholdLine line) {
    var id = buildings.getOrDefault(target(estates, line.estateCode()).estate(), Map.of()).get(line.building());
    if (id == null) {
      throw new IllegalArgumentException("no building " + line.building() + " in " + line.estateCode());
    }
    return id;
  }

  private static String plain(Map<String, Target> estates, BuildingLine line) {
    return SearchText.plain(Titles.building(target(estates, line.estateCode()).estateName(), line.number()));
  }

  private static String plain(Map<String, Target> estates, HouseholdLine line) {
    return SearchText.plain(Titles.household(
        target(estates, line.estateCode()).estateName(), line.building(), line.stairwell(), line.door()));
  }
}
