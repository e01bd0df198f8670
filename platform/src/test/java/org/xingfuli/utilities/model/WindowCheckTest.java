package org.xingfuli.utilities.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.utilities.RequestKind;

/** No outage at night, on holidays or on days of examinations, none too soon and none too long. */
class WindowCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2022, 4, 20);
  private static final WorkCalendar CALENDAR = WorkCalendar.statutory();
  private static final Map<String, String> NO = Map.of("outage.two-services-one-day", "no", "outage.on-holidays", "no",
      "outage.on-exam-days", "no", "outage.earliest", "08:00", "outage.latest", "18:00", "outage.most-days", "5",
      "request.lead-days", "5", "notice.hours", "48");
  private static final Rules RULES = new Rules(NO, Map.of(LocalDate.of(2022, 6, 7), "高考"));

  private static List<String> codes(RequestKind kind, Window window) {
    return WindowCheck.faults(kind, window, RULES, TODAY, WindowCheckTest::holiday, "/window").stream()
        .map(Refusal::code).toList();
  }

  private static Optional<String> holiday(LocalDate day) {
    return CALENDAR.isWorkday(day) ? Optional.empty() : CALENDAR.nameOf(day);
  }

  private static Window on(int month, int from, int to) {
    return Window.days(LocalDate.of(2022, month, from), LocalDate.of(2022, month, to));
  }

  @Test
  void anOrdinaryWindowStands() {
    assertThat(codes(RequestKind.OUTAGE, on(5, 12, 14))).isEmpty();
  }

  @Test
  void theLaborDayHolidayAndTheCollegeEntranceExaminationAreClosed() {
    assertThat(codes(RequestKind.OUTAGE, on(5, 4, 5))).containsExactly("utilities.holiday");
    assertThat(codes(RequestKind.OUTAGE, on(6, 6, 8))).containsExactly("utilities.exam-day");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    var window = new Window(LocalDate.of(2022, 4, 24), LocalDate.of(2022, 5, 3), LocalTime.of(6, 0), LocalTime.of(20, 0));
    assertThat(codes(RequestKind.OUTAGE, window)).containsExactly("utilities.too-soon", "utilities.too-long",
        "utilities.at-night", "utilities.holiday", "utilities.holiday", "utilities.holiday", "utilities.holiday");
  }

  @Test
  void diggingIsNoOutage() {
    assertThat(codes(RequestKind.EXCAVATION, on(6, 1, 30))).isEmpty();
  }

  @Test
  void aWindowThatEndsBeforeItBeginsIsNone() {
    assertThat(codes(RequestKind.OUTAGE, on(5, 14, 12))).containsExactly("utilities.window-reversed");
  }
}
