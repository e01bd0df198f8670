package org.xingfuli.estate.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.model.Import;
import org.xingfuli.estate.model.ImportState;
import org.xingfuli.exchange.estates.Fault;

/**
 * An uploaded workbook and how far it has come.
 *
 * @param progress share of the present state's work that is done, 0 to 1
 * @param faults the first faults, at most 500, in a list of imports none; {@code faultCount} counts them all
 * @param failure why it failed, when it did
 */
record ImportView(
    UUID id,
    String fileName,
    ImportState state,
    double progress,
    Import.Counts counts,
    int newEstates,
    int changedEstates,
    List<Fault> faults,
    int faultCount,
    @Nullable String failure,
    String uploadedBy,
    Instant uploadedAt,
    @Nullable Instant finishedAt) {

  static ImportView of(Import found) {
    return of(found, found.faults());
  }

  static ImportView inList(Import found) {
    return of(found, List.of());
  }

  private static ImportView of(Import found, List<Fault> faults) {
    return new ImportView(found.id(), found.fileName(), found.state(), found.progress(), found.counts(),
        found.newEstates(), found.changedEstates(), faults, found.faultCount(), found.failure(), found.actor(),
        found.uploadedAt(), found.finishedAt());
  }
}
