package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.model.Progress.Report;

/** How later reports correct earlier ones. */
class ProgressTest {

  private static final LocalDate DAY = LocalDate.of(2022, 4, 11);

  @Test
  void aFinishCorrectedToAnEarlierDayIsThatDay() {
    var progress = standing(
        said(0, 100, 0, null, DAY.minusDays(9), DAY), said(1, 100, 0, null, null, DAY.minusDays(2)));
    assertThat(progress.finish()).isEqualTo(DAY.minusDays(2));
  }

  @Test
  void aFinishThatWasTakenBackDoesNotComeAgainWithTheNextOne() {
    var progress = standing(
        said(0, 100, 0, null, DAY.minusDays(9), DAY.plusDays(5)), said(1, 80, 0, LossReason.OTHER, null, null),
        said(3, 100, 0, null, null, DAY.plusDays(3)));
    assertThat(progress.finish()).isEqualTo(DAY.plusDays(3));
  }

  @Test
  void daysTakenBackComeOffWhereTheyWereLost() {
    var progress = standing(
        said(0, 0, 6, LossReason.PERMIT, null, null), said(4, 10, 0, null, DAY.plusDays(3), null),
        said(5, 10, -4, LossReason.PERMIT, null, null));
    assertThat(progress.lostBefore()).isEqualTo(Map.of(LossReason.PERMIT, 2));
    assertThat(progress.lostSince()).isEmpty();
  }

  @Test
  void takingBackEverythingLeavesNothingLost() {
    var progress = standing(
        said(0, 0, 2, LossReason.PERMIT, null, null), said(4, 10, 3, LossReason.RAIN, DAY.plusDays(3), null),
        said(5, 10, -5, LossReason.RAIN, null, null));
    assertThat(progress.lostTotal()).isZero();
    assertThat(progress.lostBefore()).isEmpty();
    assertThat(progress.lostSince()).isEmpty();
  }

  @Test
  void workReportedOnTheWrongActivityIsUnsaidWithItsStart() {
    var progress = standing(
        said(0, 20, 0, null, DAY.minusDays(3), null), said(1, 0, 0, LossReason.OTHER, null, null));
    assertThat(progress.started()).isFalse();
  }

  @Test
  void theStartReportedAloneStaysWhenTheNextReportStillSaysNothingIsDone() {
    var progress = standing(
        said(0, 0, 0, null, DAY, null), said(1, 0, 1, LossReason.RAIN, null, null));
    assertThat(progress.start()).isEqualTo(DAY);
  }

  @Test
  void aStartCorrectedBehindTheKnownFinishIsRefused() {
    var done = List.of(said(0, 100, 0, null, DAY.minusDays(9), DAY.minusDays(4)));
    assertThat(codes(done, 100, 0, null, DAY.minusDays(1), null)).containsExactly("programme.finish-before-start");
  }

  @Test
  void aMisreportIsNoReasonForDaysLost() {
    assertThat(codes(List.of(), 10, 2, LossReason.valueOf("MISREPORTED"), null, null))
        .containsExactly("programme.days-lost-without-reason");
  }

  private static List<String> codes(List<Report> before, int percent, int lost, @Nullable LossReason reason,
      @Nullable LocalDate start, @Nullable LocalDate finish) {
    return ProgressCheck.faults(before, percent, lost, reason, start, finish, DAY).stream()
        .map(Refusal::code).toList();
  }

  private static Progress standing(Report... reports) {
    var progress = Progress.of(List.of(reports));
    assertThat(progress).isNotNull();
    return progress;
  }

  private static Report said(int day, int percent, int lost, @Nullable LossReason reason, @Nullable LocalDate start,
      @Nullable LocalDate finish) {
    return new Report(DAY.plusDays(day), percent, lost, reason, start, finish);
  }
}
