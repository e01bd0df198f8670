package org.xingfuli.estate.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.model.Household;
import org.xingfuli.kernel.SearchText;

/** Keeps households and, apart from them, who owns them. */
@Component
public class HouseholdStore {

  private final JdbcClient jdbc;

  HouseholdStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One page of a building's households with their owners, by stairwell, floor and door.
   *
   * @param after where the page before ended, when there was one
   */
  public List<Occupied> page(UUID building, @Nullable Position after, int limit) {
    return jdbc.sql("""
        select h.id, h.building_id, h.stairwell, h.floor, h.door, h.exclusive_area, h.version, o.name, o.phone
        from estate.household h left join estate.owner o on o.household_id = h.id
        where h.building_id = :building
          and (:first or (h.stairwell, h.floor, h.door) > (:stairwell, :floor, :door))
        order by h.stairwell, h.floor, h.door limit :limit""")
        .param("building", building)
        .param("first", after == null)
        .param("stairwell", after == null ? 0 : after.stairwell())
        .param("floor", after == null ? 0 : after.floor())
        .param("door", after == null ? "" : after.door())
        .param("limit", limit)
        .query((row, number) -> new Occupied(household(row), row.getString("name"), row.getString("phone"),
            row.getInt("version")))
        .list();
  }

  /** Where the household stands in its building. */
  public Optional<Position> position(UUID household) {
    return jdbc.sql("select stairwell, floor, door from estate.household where id = ?").param(household)
        .query((row, n) -> new Position(row.getInt(1), row.getInt(2), row.getString(3))).optional();
  }

  /** All households of an estate with their buildings' numbers, without their owners. */
  public List<Numbered> ofEstate(UUID estate) {
    return jdbc.sql("""
        select h.id, h.building_id, h.stairwell, h.floor, h.door, h.exclusive_area, b.number
        from estate.household h join estate.building b on b.id = h.building_id
        where h.estate_id = :estate order by b.number, h.stairwell, h.floor, h.door""")
        .param("estate", estate)
        .query((row, number) -> new Numbered(row.getString("number"), household(row)))
        .list();
  }

  /** The household with its estate and its building's number, locked until the transaction ends. */
  public Optional<Placed> lock(UUID id) {
    return jdbc.sql("""
        select h.id, h.building_id, h.stairwell, h.floor, h.door, h.exclusive_area, h.estate_id, h.version, b.number,
          b.storeys, b.stairwells, b.floor_area
        from estate.household h join estate.building b on b.id = h.building_id
        where h.id = :id for update of h""").param("id", id)
        .query((row, number) -> new Placed(household(row), row.getObject("estate_id", UUID.class),
            row.getString("number"), row.getInt("storeys"), row.getInt("stairwells"), row.getBigDecimal("floor_area"),
            row.getInt("version")))
        .optional();
  }

  public Optional<UUID> estateOf(UUID id) {
    return jdbc.sql("select estate_id from estate.household where id = ?").param(id).query(UUID.class).optional();
  }

  /** Whether another household of the building has this door. */
  public boolean doorTaken(Household household) {
    return jdbc.sql("""
        select exists (select from estate.household where building_id = :building and stairwell = :stairwell
          and door = :door and id <> :id)""")
        .param("building", household.buildingId()).param("stairwell", household.stairwell())
        .param("door", household.door()).param("id", household.id()).query(Boolean.class).single();
  }

  /** The exclusive area of the building's other households, ㎡. */
  public BigDecimal areaOfOthers(Household household) {
    return jdbc.sql("""
        select coalesce(sum(exclusive_area), 0) from estate.household where building_id = :building and id <> :id""")
        .param("building", household.buildingId()).param("id", household.id()).query(BigDecimal.class).single();
  }

  /** Writes the household, and counts its version up. */
  public void update(Household household, String title) {
    var plain = SearchText.plain(title);
    jdbc.sql("""
        update estate.household set stairwell = :stairwell, floor = :floor, door = :door, exclusive_area = :area,
          plain = :plain, bigrams = :bigrams, version = version + 1
        where id = :id""")
        .param("id", household.id()).param("stairwell", household.stairwell()).param("floor", household.floor())
        .param("door", household.door()).param("area", household.exclusiveArea()).param("plain", plain)
        .param("bigrams", SearchText.bigrams(plain).toArray(String[]::new))
        .update();
  }

  private static Household household(ResultSet row) throws SQLException {
    return new Household(row.getObject("id", UUID.class), row.getObject("building_id", UUID.class),
        row.getInt("stairwell"), row.getInt("floor"), row.getString("door"), row.getBigDecimal("exclusive_area"));
  }

  public long count(UUID building) {
    return jdbc.sql("select count(*) from estate.household where building_id = :building")
        .param("building", building).query(Long.class).single();
  }

  /** A household with its building's number. */
  public record Numbered(String building, Household household) {}

  /** A household with where it is, and the version a change must name. */
  public record Placed(Household household, UUID estateId, String building, int storeys, int stairwells,
      BigDecimal buildingArea, int version) {}

  /** Where a page ended. */
  public record Position(int stairwell, int floor, String door) {}

  /** A household with its owner: personal data, to be masked before it leaves the module. */
  public record Occupied(Household household, @Nullable String ownerName, @Nullable String ownerPhone,
      int version) {}
}
