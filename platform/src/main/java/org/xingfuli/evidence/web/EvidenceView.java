package org.xingfuli.evidence.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.evidence.model.Remark;

/**
 * An item as clients see it.
 *
 * @param uploader title and name of whoever sent it
 * @param remarks where what was stated and what the file says disagree
 * @param mayWithdraw whether whoever asks may take it back
 */
record EvidenceView(
    UUID id,
    UUID estateId,
    String estateName,
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
    String uploader,
    @Nullable Instant exifTakenAt,
    @Nullable BigDecimal exifLatitude,
    @Nullable BigDecimal exifLongitude,
    @Nullable String exifDevice,
    List<Remark> remarks,
    String seal,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy,
    @Nullable String withdrawnReason,
    boolean mayWithdraw) {

  static EvidenceView of(EvidenceItem item, Surroundings around) {
    var exif = item.exif();
    var withdrawn = item.withdrawn();
    return new EvidenceView(item.id(), item.estateId(), around.estate(item.estateId()), item.kind(), item.mediaType(),
        item.hash(), item.bytes(), item.width(), item.height(), item.fileName(), item.caption(), item.subjectType(),
        item.subjectId(), item.latitude(), item.longitude(), item.accuracy(), item.takenAt(), item.receivedAt(),
        item.device(), around.person(item.uploadedBy(), item.uploader()), exif.takenAt(), exif.latitude(), exif.longitude(),
        exif.device(), around.remarks(item), item.seal(), withdrawn == null ? null : withdrawn.at(),
        withdrawn == null ? null : around.person(withdrawn.by(), "-"), withdrawn == null ? null : withdrawn.reason(),
        around.mayWithdraw(item));
  }
}
