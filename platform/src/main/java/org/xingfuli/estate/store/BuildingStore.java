package org.xingfuli.estate.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.model.Building;
import org.xingfuli.estate.model.Titles;
import org.xingfuli.kernel.SearchText;
import org.xingfuli.kernel.UuidV7;

/** Keeps buildings and their stairwells. */
@Component
public class BuildingStore {

  private static final String COLUMNS = "id, estate_id, area, number, storeys, built_year, floor_area, stairwells,"
      + " households, pitched_roof, version";

  private static final RowMapper<Building> ROWS = DataClassRowMapper.newInstance(Building.class);

  private final JdbcClient jdbc;

  BuildingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Building> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from estate.building where id = :id").param("id", id)
        .query(ROWS).optional();
  }

  /** The estate's buildings, numbers in the order of counting: 2 before 12. */
  public List<Building> ofEstate(UUID estate) {
    return jdbc.sql("select " + COLUMNS + """
         from estate.building where estate_id = :estate
        order by nullif(regexp_replace(number, '[^0-9].*$', ''), '')::numeric nulls last, number""")
        .param("estate", estate).query(ROWS).list();
  }

  /** The building, locked until the transaction ends. */
  public Optional<Building> lock(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from estate.building where id = :id for update").param("id", id)
        .query(ROWS).optional();
  }

  /** The highest stairwell households are on record for; 0 without any. */
  public int highestInhabited(UUID id) {
    return jdbc.sql("select coalesce(max(stairwell), 0) from estate.household where building_id = :id")
        .param("id", id).query(Integer.class).single();
  }

  /** Writes the building, counts its version up, and gives it the stairwells it says; households keep theirs. */
  public void update(Building building, String estateName) {
    var plain = SearchText.plain(Titles.building(estateName, building.number()));
    jdbc.sql("""
        update estate.building set number = :number, storeys = :storeys, built_year = :builtYear,
          floor_area = :floorArea, stairwells = :stairwells, pitched_roof = :pitchedRoof, plain = :plain,
          bigrams = :bigrams, version = version + 1
        where id = :id""")
        .param("id", building.id())
        .param("number", building.number())
        .param("storeys", building.storeys())
        .param("builtYear", building.builtYear())
        .param("floorArea", building.floorArea())
        .param("stairwells", building.stairwells())
        .param("pitchedRoof", building.pitchedRoof())
        .param("plain", plain)
        .param("bigrams", SearchText.bigrams(plain).toArray(String[]::new))
        .update();
    jdbc.sql("delete from estate.stairwell where building_id = ? and number > ?")
        .params(building.id(), building.stairwells()).update();
    var there = jdbc.sql("select number from estate.stairwell where building_id = ?").param(building.id())
        .query(Integer.class).list();
    for (int number = 1; number <= building.stairwells(); number++) {
      if (!there.contains(number)) {
        addStairwell(building, number);
      }
    }
  }

  /** Deletes the building with its stairwells; households must be gone. */
  public void delete(UUID id) {
    jdbc.sql("delete from estate.stairwell where building_id = ?").param(id).update();
    jdbc.sql("delete from estate.building where id = ?").param(id).update();
  }

  private void addStairwell(Building building, int number) {
    jdbc.sql("insert into estate.stairwell (id, building_id, estate_id, area, number) values (?, ?, ?, ?, ?)")
        .params(UuidV7.create(), building.id(), building.estateId(), building.area(), number)
        .update();
  }

  public boolean numberTaken(UUID estate, String number) {
    return jdbc.sql("select exists (select from estate.building where estate_id = :estate and number = :number)")
        .param("estate", estate).param("number", number).query(Boolean.class).single();
  }

  public void insert(Building building, String estateName) {
    var plain = SearchText.plain(Titles.building(estateName, building.number()));
    jdbc.sql("""
        insert into estate.building (id, estate_id, area, number, storeys, built_year, floor_area, stairwells,
          pitched_roof, plain, bigrams)
        values (:id, :estate, :area, :number, :storeys, :builtYear, :floorArea, :stairwells, :pitchedRoof, :plain,
          :bigrams)""")
        .param("id", building.id())
        .param("estate", building.estateId())
        .param("area", building.area())
        .param("number", building.number())
        .param("storeys", building.storeys())
        .param("builtYear", building.builtYear())
        .param("floorArea", building.floorArea())
        .param("stairwells", building.stairwells())
        .param("pitchedRoof", building.pitchedRoof())
        .param("plain", plain)
        .param("bigrams", SearchText.bigrams(plain).toArray(String[]::new))
        .update();
    for (int number = 1; number <= building.stairwells(); number++) {
      addStairwell(building, number);
    }
  }
}
