package org.xingfuli.appeal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.identity.Words;

/** What a resident's phone is told; it names no other resident and no person of the staff. */
final class ResidentView {

  private ResidentView() {}

  /**
   * The place of a code.
   *
   * @param week what disturbs within the next seven days
   * @param keptMonths how long name and telephone are kept after the appeal is closed
   */
  record PlaceView(String code, LocalDate today, String estate, String building, @Nullable String stairwell, List<String> stairwells,
      @Nullable Integer households, String street, String community, @Nullable NowView now, List<DisturbanceView> week,
      List<StepView> steps, List<ReceptionView> reception, @Nullable SiteView site, List<ClassChoice> classes, int keptMonths) {}

  /** What is being done; not told yet. */
  record NowView(Words activity, String state, LocalDate since, LocalDate until, @Nullable Double probability, @Nullable Words node,
      @Nullable Words reason) {}

  /** @param utility what is switched off, where something is */
  record DisturbanceView(LocalDate day, Words words, String kind, @Nullable String utility, String from, String to,
      List<String> stairwells, @Nullable Words place, @Nullable Words advice) {}

  record StepView(Words name, LocalDate date, String state) {}

  record ReceptionView(Words name, Words place, String hours, String phone) {}

  record SiteView(Words name, String phone) {}

  record ClassChoice(String code, String zh, String en, String icon) {}

  /** @param lookupCode opens the appeal for who left no telephone number */
  record ReceiptView(String number, @Nullable Instant acceptBy, @Nullable Instant replyBy, Words words, @Nullable String lookupCode) {}

  /** An appeal as its complainant sees it. */
  record CaseView(String number, String title, AppealState state, Words words, String place, @Nullable CaseClock clock,
      List<StepDone> timeline, @Nullable CaseReply reply, boolean mayConfirm, boolean mayReopen, int reopened,
      @Nullable CaseReception reception, String ticket) {}

  /** @param stopped the reply is there, so the clock stands */
  record CaseClock(long usedDays, long limitDays, LocalDate due, Words arithmetic, boolean stopped) {}

  record StepDone(Instant at, Words words, Words by, String kind) {}

  record CaseReply(String text, Instant at, Words by, List<CasePhoto> photos, @Nullable Words proof) {}

  record CasePhoto(UUID id, String url, Words caption) {}

  record CaseReception(Words name, String phone) {}
}
