package org.xingfuli.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One photo or document as it is on record.
 *
 * @param hash SHA-256 of its bytes, hexadecimal; its name in the blob store
 * @param bytes size of the original
 * @param width pixels as shown, for photos
 * @param takenAt by the device's clock as stated; {@code exif} is what the file itself says
 * @param receivedAt by the platform's clock
 * @param uploader title of whoever uploaded it, without the name
 * @param seal hash over everything above and the content; the audit chain holds it too
 * @param withdrawn when it was taken back; it stays on record
 */
public record EvidenceItem(
    UUID id,
    UUID estateId,
    EvidenceKind kind,
    String mediaType,
    String hash,
    long bytes,
    @Nullable Integer width,
    @Nullable Integer height,
    String fileName,
    String caption,
    @Nullable String subjectType,
    @Nullable UUID subjectId,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    @Nullable BigDecimal accuracy,
    @Nullable Instant takenAt,
    Instant receivedAt,
    @Nullable String device,
    UUID uploadedBy,
    String uploader,
    Exif exif,
    String seal,
    @Nullable Withdrawn withdrawn) {

  /** The same, under this seal. */
  public EvidenceItem sealed(String by) {
    return new EvidenceItem(id, estateId, kind, mediaType, hash, bytes, width, height, fileName, caption, subjectType,
        subjectId, latitude, longitude, accuracy, takenAt, receivedAt, device, uploadedBy, uploader, exif, by, withdrawn);
  }

  /** What the camera wrote into the file. */
  public record Exif(
      @Nullable Instant takenAt, @Nullable BigDecimal latitude, @Nullable BigDecimal longitude, @Nullable String device) {

    public static final Exif NONE = new Exif(null, null, null, null);
  }

  /** That it was taken back, by whom, when and why. */
  public record Withdrawn(Instant at, UUID by, String reason) {}
}
