package org.xingfuli.utilities.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.utilities.WorkDays;
import org.xingfuli.utilities.flow.Desk;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.Rules;
import org.xingfuli.utilities.model.Signed;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.utilities.store.RuleStore;
import org.xingfuli.utilities.web.CalendarView.BarView;
import org.xingfuli.utilities.web.CalendarView.DayView;
import org.xingfuli.utilities.web.CalendarView.ServiceView;

/** The calendar of windows. */
@RestController
@RequestMapping("/api")
class WindowCalendarController {

  private static final int WEEKS = 5;
  private static final int MOST_WEEKS = 26;

  private final Transactions transactions;
  private final RequestStore requests;
  private final RuleStore rules;
  private final WorkDays workDays;
  private final Estates estates;
  private final Desk desk;
  private final BusinessClock clock;

  WindowCalendarController(Transactions transactions, RequestStore requests, RuleStore rules, WorkDays workDays,
      Estates estates, Desk desk, BusinessClock clock) {
    this.transactions = transactions;
    this.requests = requests;
    this.rules = rules;
    this.workDays = workDays;
    this.estates = estates;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Whole weeks from the Monday of the given day on; today's when none is given. How full the days are everybody sees; an
   * officer the requests of the own service alone.
   */
  @GetMapping("/utility-calendar")
  @Requires(Permission.UTILITY_READ)
  CalendarView calendar(@RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable Integer weeks) {
    var first = (from == null ? clock.today() : from).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var last = first.plusWeeks(weeks == null ? WEEKS : Math.clamp(weeks, 1, MOST_WEEKS)).minusDays(1);
    return transactions.here(() -> {
      var services = services();
      var found = requests.between(first, last);
      var readable = desk.readable();
      var shown = found.stream()
          .filter(request -> readable == null || request.services().stream().anyMatch(readable::contains)).toList();
      var names = estates.names(shown.stream().map(UtilityRequest::estateId).distinct().toList());
      var rule = rules.rules();
      var days = first.datesUntil(last.plusDays(1)).map(day -> new DayView(day, closed(rule, day), services.stream()
          .map(service -> (int) found.stream().filter(request -> promised(request, service.service(), day)).count())
          .toList())).toList();
      return new CalendarView(first, last, services, days, shown.stream().map(request -> new BarView(request.id(),
          request.number(), names.getOrDefault(request.estateId(), ""), request.kind(), request.state(), request.services(),
          request.window().firstDay(), request.window().lastDay())).toList());
    });
  }

  private List<ServiceView> services() {
    return views(rules.services());
  }

  static List<ServiceView> views(List<RuleStore.ServiceRow> rows) {
    return rows.stream().map(row -> new ServiceView(row.service(), row.answerDays(), row.perDay(),
        row.perWeek(), row.hotline(), row.unconfirmed(), row.source(), row.version())).toList();
  }

  private @Nullable String closed(Rules rule, LocalDate day) {
    var exam = rule.examDays().get(day);
    return exam != null && !rule.onExamDays() ? exam
        : workDays.holiday(day).filter(name -> !rule.onHolidays()).orElse(null);
  }

  private static boolean promised(UtilityRequest request, UtilityService service, LocalDate day) {
    boolean agreed = request.state() == RequestState.AGREED || request.present().stream().anyMatch(
        signature -> signature.service() == service && signature.answer() == Signed.Answer.AGREE);
    return agreed && request.kind().takesCrew() && request.services().contains(service)
        && !day.isBefore(request.window().firstDay()) && !day.isAfter(request.window().lastDay());
  }
}
