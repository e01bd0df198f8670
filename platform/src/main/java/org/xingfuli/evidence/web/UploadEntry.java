package org.xingfuli.evidence.web;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.evidence.NewEvidence;

/**
 * What is said of an upload, the part {@code entry} beside its files.
 *
 * @param subjectType with {@code subjectId}: what the files are evidence of, such as {@code building}
 * @param items what is said of each file, in the order of the files; may be shorter or absent
 */
record UploadEntry(
    @NotNull UUID estateId, @Nullable String subjectType, @Nullable UUID subjectId, @Nullable List<Item> items) {

  /** What is said of one file. */
  record Item(
      @Nullable String caption,
      @Nullable BigDecimal latitude,
      @Nullable BigDecimal longitude,
      @Nullable BigDecimal accuracy,
      @Nullable Instant takenAt,
      @Nullable String device) {

    static final Item SILENT = new Item(null, null, null, null, null, null);
  }

  NewEvidence about(int number, String fileName) {
    var item = items != null && number < items.size() ? items.get(number) : Item.SILENT;
    var caption = item.caption();
    return new NewEvidence(estateId, subjectType, subjectId, fileName, caption == null ? "" : caption, item.latitude(),
        item.longitude(), item.accuracy(), item.takenAt(), item.device());
  }
}
