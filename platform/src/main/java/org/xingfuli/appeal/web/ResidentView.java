package org.xingfuli.appeal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.identity.Words;
import org.xingfuli.programme.State;

/** What a resident's phone is told; it names no other resident and no person of the staff. */
final class ResidentView {

  private ResidentView() {}

  /**
   * The building of a code.
   *
   * @param street whom the estate lies under
   * @param outages agreed for the next seven days
   * @param steps the way of the works; empty while no plan is frozen, so that nobody knows what comes
   * @param keptMonths how long name and telephone are kept after the appeal is closed
   */
  record PlaceView(String code, LocalDate today, String estate, String building, List<String> stairwells, int households, String street,
      @Nullable NowView now, List<OutageView> outages, List<StepView> steps, List<ReceptionView> reception, List<ClassChoice> classes,
      int keptMonths) {}

  /** What is being done at the estate; {@code until} as planned. */
  record NowView(Words activity, State state, LocalDate since, LocalDate until) {}

  /** Times of day in Asia/Shanghai. */
  record OutageView(LocalDate day, UtilityService service, LocalTime from, LocalTime to) {}

  enum StepState {
    DONE,
    NOW,
    NEXT
  }

  /** @param date the last day, as planned or as it was */
  record StepView(Words name, LocalDate date, StepState state) {}

  /**
   * Whom to call.
   *
   * @param place where to find the table; absent where only a community or street is called
   * @param hours today's, or when the door opens next
   */
  record ReceptionView(String name, String phone, @Nullable String place, @Nullable Words hours) {}

  record ClassChoice(String code, String zh, String en) {}

  /** @param lookupCode opens the appeal for who left no telephone number */
  record ReceiptView(String number, @Nullable Instant acceptBy, @Nullable Instant replyBy, Words words, @Nullable String lookupCode) {}

  /** An appeal as its complainant sees it. */
  record CaseView(String number, String title, AppealState state, Words words, String place, @Nullable CaseClock clock,
      List<StepDone> timeline, @Nullable CaseReply reply, boolean mayConfirm, boolean mayReopen, int reopened,
      @Nullable ReceptionView reception, String ticket) {}

  /** @param stopped the reply is there, so the clock stands */
  record CaseClock(long usedDays, long limitDays, LocalDate due, Words arithmetic, boolean stopped) {}

  record StepDone(Instant at, Words words, Words by, String kind) {}

  record CaseReply(String text, Instant at, Words by, List<CasePhoto> photos, @Nullable Words proof) {}

  record CasePhoto(UUID id, String url, Words caption) {}
}
