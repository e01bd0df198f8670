package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.WorkClass;
import org.xingfuli.estate.flow.FillSheet;
import org.xingfuli.estate.model.Finding;
import org.xingfuli.estate.model.Grade;
import org.xingfuli.estate.model.SurveyItem;
import org.xingfuli.estate.model.SurveyState;
import org.xingfuli.identity.Words;

/**
 * What a surveyor fills in for one building, or for the common ground.
 *
 * @param surveyId null where no survey was opened yet
 * @param building the building's number; null for the common ground
 * @param next the sheet to go on with: the next one that is not whole, in order; null when all others are
 */
record SheetView(
    UUID estateId,
    String estateName,
    @Nullable UUID surveyId,
    @Nullable SurveyState state,
    String sheet,
    @Nullable UUID buildingId,
    @Nullable String building,
    @Nullable String next,
    List<Item> items,
    boolean unconfirmed,
    String source) {

  /** An item with what was found of it; grade and quantity are null while nothing was. Version 0 is none. */
  record Item(
      String code,
      String part,
      WorkClass workClass,
      Words name,
      Words unit,
      List<SurveyItem.Option> options,
      BigDecimal step,
      BigDecimal most,
      @Nullable UUID findingId,
      @Nullable Grade grade,
      @Nullable BigDecimal quantity,
      @Nullable String option,
      @Nullable String note,
      boolean done,
      @Nullable String by,
      @Nullable LocalDate on,
      List<UUID> photos,
      int version) {

    static Item of(SurveyItem item, @Nullable Finding finding, @Nullable String by, List<UUID> photos) {
      return new Item(item.code(), item.part(), item.workClass(), item.name(), item.unit(), item.options(), item.step(),
          item.most(), finding == null ? null : finding.id(), finding == null ? null : finding.grade(),
          finding == null ? null : finding.quantity(), finding == null ? null : finding.option(),
          finding == null ? null : finding.note(), finding != null && finding.done(), by,
          finding == null ? null : finding.foundOn(), photos, finding == null ? 0 : finding.version());
    }
  }

  /** What was found; items left out stay. A reason is needed once the survey is complete. */
  record Body(@Nullable List<FoundBody> findings, @Nullable String reason) {}

  /**
   * One item.
   *
   * @param version the one seen; 0 or nothing for none
   * @param photos ids of evidence uploaded before, to be added
   */
  record FoundBody(@Nullable String item, @Nullable Integer version, @Nullable Grade grade,
      @Nullable BigDecimal quantity, @Nullable String option, @Nullable String note,
      @Nullable List<UUID> photos) {

    FillSheet.Entry entry() {
      return new FillSheet.Entry(item == null ? "" : item, version == null ? 0 : version, grade, quantity, option, note,
          photos == null ? List.of() : photos);
    }
  }
}
