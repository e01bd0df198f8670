package org.xingfuli.estate.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act on an estate or on something in it, with what it changed.
 *
 * @param act as the audit names it, such as {@code estate.change}
 * @param buildingId the building it was done to or in, where there is one
 * @param name what the subject was called then, such as {@code 虹桥新村 12号楼}
 * @param undoes the act it takes back
 * @param person who did it; null where no account did, and then {@code title} says who
 * @param doneOn the business date; {@code at} is the system's time
 */
public record Deed(
    UUID id,
    UUID estateId,
    String act,
    Kind kind,
    UUID subjectId,
    @Nullable UUID buildingId,
    String name,
    List<Change> changes,
    @Nullable String reason,
    @Nullable UUID undoes,
    @Nullable UUID person,
    @Nullable String title,
    LocalDate doneOn,
    Instant at) {

  /** What it was done to. */
  public enum Kind { ESTATE, BUILDING, HOUSEHOLD, SURVEY, FINDING, WORK }

  /** One field, from what to what; null for nothing said. Numbers are plain, without trailing zeros. */
  public record Change(String field, @Nullable String from, @Nullable String to) {}
}
