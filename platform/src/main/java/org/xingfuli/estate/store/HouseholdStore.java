package org.xingfuli.estate.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.model.Household;

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
        select h.id, h.building_id, h.stairwell, h.floor, h.door, h.exclusive_area, o.name, o.phone
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
        .query((row, number) -> new Occupied(household(row), row.getString("name"), row.getString("phone")))
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

  /** Where a page ended. */
  public record Position(int stairwell, int floor, String door) {}

  /** A household with its owner: personal data, to be masked before it leaves the module. */
  public record Occupied(Household household, @Nullable String ownerName, @Nullable String ownerPhone) {}
}
