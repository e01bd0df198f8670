package org.xingfuli.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a photo or document when it is uploaded; all but the estate may be unknown.
 *
 * @param subjectType with {@code subjectId}: what it is evidence of, such as {@code building} or {@code project}
 * @param latitude WGS 84, degrees, with {@code longitude}
 * @param accuracy of the place, m
 * @param takenAt by the device's clock
 * @param device the device's own words, such as its model
 */
public record NewEvidence(
    UUID estateId,
    @Nullable String subjectType,
    @Nullable UUID subjectId,
    String fileName,
    String caption,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    @Nullable BigDecimal accuracy,
    @Nullable Instant takenAt,
    @Nullable String device) {

  /** Evidence of an estate with nothing but a caption. */
  public static NewEvidence of(UUID estate, String fileName, String caption) {
    return new NewEvidence(estate, null, null, fileName, caption, null, null, null, null, null);
  }

  /** The same, as evidence of this subject. */
  public NewEvidence about(String type, UUID id) {
    return new NewEvidence(estateId, type, id, fileName, caption, latitude, longitude, accuracy, takenAt, device);
  }

  /** The same, taken at this moment. */
  public NewEvidence taken(Instant moment) {
    return new NewEvidence(estateId, subjectType, subjectId, fileName, caption, latitude, longitude, accuracy, moment, device);
  }
}
