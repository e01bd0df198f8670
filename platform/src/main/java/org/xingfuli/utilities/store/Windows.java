package org.xingfuli.utilities.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.utilities.Service;
import org.xingfuli.utilities.model.Window;

/** Columns that several tables have alike. */
final class Windows {

  private Windows() {}

  static Window read(ResultSet row) throws SQLException {
    return new Window(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
        row.getObject("from_time", LocalTime.class), row.getObject("to_time", LocalTime.class));
  }

  static @Nullable Window readIfAny(ResultSet row) throws SQLException {
    return row.getObject("first_day") == null ? null : read(row);
  }

  static List<Service> services(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray()).map(Service::valueOf).toList();
  }

  static String[] names(Collection<Service> services) {
    return services.stream().map(Service::name).toArray(String[]::new);
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantIfAny(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
