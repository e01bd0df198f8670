package org.xingfuli.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceKind;

/** Reads a row of {@code evidence.item}. */
final class EvidenceRows implements RowMapper<EvidenceItem> {

  static final EvidenceRows MAPPER = new EvidenceRows();

  @Override
  public EvidenceItem mapRow(ResultSet row, int number) throws SQLException {
    return new EvidenceItem(
        row.getObject("id", UUID.class),
        row.getObject("estate_id", UUID.class),
        EvidenceKind.valueOf(row.getString("kind")),
        row.getString("media_type"),
        row.getString("hash"),
        row.getLong("bytes"),
        row.getObject("width", Integer.class),
        row.getObject("height", Integer.class),
        row.getString("file_name"),
        row.getString("caption"),
        row.getString("subject_type"),
        row.getObject("subject_id", UUID.class),
        row.getBigDecimal("latitude"),
        row.getBigDecimal("longitude"),
        row.getBigDecimal("accuracy"),
        instant(row, "taken_at"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("device"),
        row.getObject("uploaded_by", UUID.class),
        row.getString("uploader"),
        new EvidenceItem.Exif(instant(row, "exif_taken_at"), row.getBigDecimal("exif_latitude"),
            row.getBigDecimal("exif_longitude"), row.getString("exif_device")),
        row.getString("seal"),
        withdrawn(row));
  }

  private static EvidenceItem.@Nullable Withdrawn withdrawn(ResultSet row) throws SQLException {
    var at = instant(row, "withdrawn_at");
    return at == null ? null
        : new EvidenceItem.Withdrawn(at, row.getObject("withdrawn_by", UUID.class), row.getString("withdrawn_reason"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static @Nullable OffsetDateTime offset(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
