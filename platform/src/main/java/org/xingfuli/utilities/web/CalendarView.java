package org.xingfuli.utilities.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.model.RequestState;

/** The windows of some weeks, day by day and service by service, against what the services can serve. */
record CalendarView(LocalDate from, LocalDate to, List<ServiceView> services, List<DayView> days, List<BarView> windows) {

  /** A service and its capacity; an assumption is flagged with its source. */
  record ServiceView(UtilityService service, int answerDays, int perDay, int perWeek, @Nullable String hotline,
      boolean unconfirmed, String source, int version) {}

  /**
   * A day.
   *
   * @param closed why no outage may be on it
   * @param loads windows promised on the day, in the order of the services
   */
  record DayView(LocalDate day, @Nullable String closed, List<Integer> loads) {}

  /** A window that is agreed or hoped for. */
  record BarView(UUID requestId, String number, String estateName, RequestKind kind, RequestState state,
      List<UtilityService> services, LocalDate firstDay, LocalDate lastDay) {}
}
