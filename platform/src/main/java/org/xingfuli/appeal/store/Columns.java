package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns that several tables have alike, and rows turned into columns, so that thousands are written by one statement. */
final class Columns {

  private Columns() {}

  /** One column of all rows; PostgreSQL casts the texts. */
  static <T> @Nullable String[] text(List<T> rows, Function<T, @Nullable Object> column) {
    var values = new @Nullable String[rows.size()];
    for (int at = 0; at < values.length; at++) {
      var value = column.apply(rows.get(at));
      values[at] = value == null ? null : value.toString();
    }
    return values;
  }

  /** The values of a row, of which some may be absent. */
  static List<@Nullable Object> values(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime utcIfAny(@Nullable Instant at) {
    return at == null ? null : utc(at);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantIfAny(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static @Nullable UUID idIfAny(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static @Nullable Integer numberIfAny(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }
}
