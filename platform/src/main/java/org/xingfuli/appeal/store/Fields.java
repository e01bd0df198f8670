package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fields that several tables have alike, and conditions that several lists ask alike. */
final class Fields {

  /** Of an appeal {@code a}: whether one of {@code :units}, the organisations somebody works for, leads or supports it; any, where they are null. */
  static final String OF_UNITS = """
      (cast(:units as uuid[]) is null or a.lead_id = any(cast(:units as uuid[])) or exists (select from appeal.support s
        where s.appeal_id = a.id and s.organisation_id = any(cast(:units as uuid[]))))
      """;

  /**
   * The appeals to look through, to stand in a {@code from}: with units those that {@code :units} lead or support, which are found by
   * these, where one by one all that ever came in would be looked at.
   */
  static String appeals(@Nullable Collection<UUID> units) {
    return units == null ? "appeal.appeal" : """
        (select l.* from appeal.appeal l where l.lead_id = any(cast(:units as uuid[])) union all
          select h.* from appeal.appeal h where (h.lead_id is null or h.lead_id <> all(cast(:units as uuid[]))) and h.id in
            (select s.appeal_id from appeal.support s where s.organisation_id = any(cast(:units as uuid[]))))""";
  }

  private Fields() {}

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
