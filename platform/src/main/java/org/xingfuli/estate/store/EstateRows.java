package org.xingfuli.estate.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Quantities;
import org.xingfuli.estate.SizeClass;

/** Reads a row of {@code estate.estate}. */
final class EstateRows implements RowMapper<Estate> {

  static final EstateRows MAPPER = new EstateRows();

  @Override
  public Estate mapRow(ResultSet row, int number) throws SQLException {
    return new Estate(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getString("street"),
        row.getString("community"),
        row.getString("address"),
        integer(row, "built_from"),
        integer(row, "built_to"),
        row.getBigDecimal("floor_area"),
        SizeClass.valueOf(row.getString("size_class")),
        row.getBoolean("size_class_chosen"),
        quantities(row),
        row.getInt("version"));
  }

  private static Quantities quantities(ResultSet row) throws SQLException {
    return new Quantities(
        row.getInt("buildings"),
        row.getInt("stairwells"),
        row.getInt("households"),
        row.getInt("roof_structures"),
        row.getInt("ground_structures"),
        row.getBigDecimal("roof_area"),
        row.getBigDecimal("facade_area"),
        row.getBigDecimal("drain_length"),
        row.getBigDecimal("road_area"),
        row.getInt("parking_spaces"),
        row.getInt("charging_points"),
        row.getBigDecimal("green_area"));
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }
}
