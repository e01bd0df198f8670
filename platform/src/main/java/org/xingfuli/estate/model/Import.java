package org.xingfuli.estate.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.estates.Fault;

/**
 * An uploaded workbook and how far it has come.
 *
 * @param progress share of the present state's work that is done, 0 to 1
 * @param newEstates how many of the workbook's estates are not on record yet
 * @param changedEstates how many are on record and would be, or were, changed
 * @param faults the first of the faults
 * @param faultCount how many faults there are, listed or not
 * @param failure why it failed, for people
 * @param uploadedBy id of the person
 * @param actor the person's title and name, as the audit names them
 * @param areas the areas the uploader may write in
 */
public record Import(
    UUID id,
    String fileName,
    ImportState state,
    double progress,
    Counts counts,
    int newEstates,
    int changedEstates,
    List<Fault> faults,
    int faultCount,
    @Nullable String failure,
    UUID uploadedBy,
    String actor,
    Set<String> areas,
    Instant uploadedAt,
    @Nullable Instant finishedAt) {

  /** What a workbook holds. */
  public record Counts(int estates, int buildings, int stairwells, int households) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);
  }
}
