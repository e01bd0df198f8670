package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.model.Grade;
import org.xingfuli.estate.model.SurveyState;
import org.xingfuli.identity.Words;

/**
 * An estate's last survey with its progress; without one, the sheets there would be.
 *
 * @param id null where the estate was never surveyed; likewise state, number and days
 * @param legal what may be done with it next
 * @param sheets the common ground first, then the buildings in the order of their numbers
 * @param totals the sums of the items that are measured, beside what the register has
 */
record SurveyView(
    UUID estateId,
    @Nullable UUID id,
    @Nullable Integer number,
    @Nullable SurveyState state,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate submittedOn,
    @Nullable LocalDate completedOn,
    @Nullable String returnedReason,
    Set<SurveyState.Act> legal,
    List<SheetRow> sheets,
    int sheetsDone,
    int itemsDone,
    int items,
    List<Total> totals,
    boolean unconfirmed,
    String source,
    int version) {

  /**
   * One place to look at.
   *
   * @param sheet {@code common}, or the building's id
   * @param building its number; null for the common ground
   * @param missing the names of items not done
   * @param worst the worst grade so far
   * @param by who wrote last; null while nothing is written
   */
  record SheetRow(String sheet, @Nullable UUID buildingId, @Nullable String building, int done, int items,
      List<Words> missing, @Nullable Grade worst, @Nullable String by, @Nullable LocalDate on) {}

  /**
   * What the findings of an item add up to.
   *
   * @param onRecord the estate's quantity of the same thing, where it has one
   * @param grades how many places have which grade
   */
  record Total(String item, Words name, Words unit, String part, BigDecimal quantity, @Nullable BigDecimal onRecord,
      Map<Grade, Integer> grades) {}
}
