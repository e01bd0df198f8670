package org.xingfuli.utilities.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.TemplateActivities;
import org.xingfuli.utilities.flow.Desk;
import org.xingfuli.utilities.flow.EditUtilityRules;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.Rules;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.utilities.store.RuleStore;
import org.xingfuli.utilities.web.CalendarView.ServiceView;
import org.xingfuli.wire.Problem;
import org.xingfuli.wire.Problems;

/** What an outage must keep to and what the services can serve: read by all concerned, edited where other rules are. */
@RestController
@RequestMapping("/api/utility-rules")
class UtilityRuleController {

  /** The rules as configured. */
  record RulesView(List<ServiceView> services, List<Rules.Row> rules, List<Rules.ExamDay> examDays,
      List<WaitingView> waiting, List<TemplateActivityView> template) {}

  /**
   * An activity that waits for a window.
   *
   * @param name absent when no template has the activity any more, so that nothing waits
   */
  record WaitingView(RequestKind kind, UtilityService service, String activityCode, @Nullable Words name,
      boolean unconfirmed, String source, int version) {}

  /** An activity that may be let wait. */
  record TemplateActivityView(String code, Words name) {}

  /** Rules as they shall be, each with the version that was seen; what is left out stays. */
  record RulesBody(@NotNull @Size(max = 20) List<@NotNull @Valid RuleBody> rules) {}

  /** One of them. */
  record RuleBody(@NotNull String code, @NotNull String value, boolean unconfirmed, @NotNull String source, int version) {}

  /** What a service can serve; {@code answerDays} are working days. */
  record ServiceBody(int answerDays, int perDay, int perWeek, @Nullable String hotline, boolean unconfirmed,
      @NotNull String source, int version) {}

  /** A day of an examination; without a version a new one. */
  record ExamDayBody(@NotNull String name, boolean unconfirmed, @NotNull String source, @Nullable Integer version) {}

  /** An activity of the template that shall wait for windows of a service. */
  record NewWaitingBody(@NotNull RequestKind kind, @NotNull UtilityService service, @NotNull String activityCode,
      boolean unconfirmed, @NotNull String source) {}

  /** What it rests on, with the version that was seen. */
  record WaitingBody(boolean unconfirmed, @NotNull String source, int version) {}

  /** A window that stands and no longer keeps to the rules, and why not. */
  record BreachView(UUID requestId, String number, String estateName, RequestState state, List<UtilityService> services,
      LocalDate firstDay, LocalDate lastDay, List<Problem.Fault> faults) {}

  private final Transactions transactions;
  private final RuleStore rules;
  private final RequestStore requests;
  private final TemplateActivities template;
  private final EditUtilityRules edit;
  private final Desk desk;
  private final Estates estates;
  private final Problems problems;
  private final BusinessClock clock;

  UtilityRuleController(Transactions transactions, RuleStore rules, RequestStore requests,
      TemplateActivities template, EditUtilityRules edit, Desk desk, Estates estates, Problems problems, BusinessClock clock) {
    this.transactions = transactions;
    this.rules = rules;
    this.requests = requests;
    this.template = template;
    this.edit = edit;
    this.desk = desk;
    this.estates = estates;
    this.problems = problems;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.UTILITY_READ)
  RulesView rules() {
    return transactions.here(() -> {
      var known = template.known();
      return new RulesView(WindowCalendarController.views(rules.services()), rules.rows(), rules.examRows(),
          rules.waiting().stream().map(row -> new WaitingView(row.kind(), row.service(), row.activityCode(),
              known.get(row.activityCode()), row.unconfirmed(), row.source(), row.version())).toList(),
          known.entrySet().stream().map(each -> new TemplateActivityView(each.getKey(), each.getValue())).toList());
    });
  }

  /** Edits or confirms rules; refused with all faults at once. */
  @PutMapping
  @Requires(Permission.PROGRAMME_EDIT)
  RulesView change(@RequestBody @Valid RulesBody body) {
    edit.rules(body.rules().stream().map(row ->
        new Rules.Row(row.code(), row.value(), row.unconfirmed(), row.source(), row.version())).toList());
    return rules();
  }

  @PutMapping("/services/{service}")
  @Requires(Permission.PROGRAMME_EDIT)
  RulesView changeService(@PathVariable UtilityService service, @RequestBody @Valid ServiceBody body) {
    edit.service(new RuleStore.ServiceRow(service, body.answerDays(), body.perDay(), body.perWeek(), body.hotline(),
        body.unconfirmed(), body.source(), body.version()));
    return rules();
  }

  @PutMapping("/exam-days/{day}")
  @Requires(Permission.PROGRAMME_EDIT)
  RulesView changeExamDay(@PathVariable LocalDate day, @RequestBody @Valid ExamDayBody body) {
    edit.examDay(day, body.version(), body.name(), body.unconfirmed(), body.source());
    return rules();
  }

  @DeleteMapping("/exam-days/{day}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PROGRAMME_EDIT)
  void removeExamDay(@PathVariable LocalDate day) {
    edit.removeExamDay(day);
  }

  /** Plans computed from now on let the activity start no earlier than an agreed window of that kind. */
  @PostMapping("/activities")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  RulesView addWaiting(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid NewWaitingBody body) {
    edit.addWaiting(key, new Rules.Waiting(
        body.kind(), body.service(), body.activityCode(), body.unconfirmed(), body.source(), 1));
    return rules();
  }

  @PutMapping("/activities/{requestKind}/{service}/{activityCode}")
  @Requires(Permission.PROGRAMME_EDIT)
  RulesView changeWaiting(@PathVariable RequestKind requestKind, @PathVariable UtilityService service,
      @PathVariable String activityCode, @RequestBody @Valid WaitingBody body) {
    edit.changeWaiting(new Rules.Waiting(
        requestKind, service, activityCode, body.unconfirmed(), body.source(), body.version()));
    return rules();
  }

  @DeleteMapping("/activities/{requestKind}/{service}/{activityCode}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PROGRAMME_EDIT)
  void removeWaiting(@PathVariable RequestKind requestKind, @PathVariable UtilityService service,
      @PathVariable String activityCode) {
    edit.removeWaiting(requestKind, service, activityCode);
  }

  /** The windows from today on that the rules as they are now would not allow, in the order of their days. */
  @GetMapping("/breaches")
  @Requires(Permission.UTILITY_READ)
  List<BreachView> breaches() {
    return transactions.here(() -> {
      var readable = desk.readable();
      var open = requests.openFrom(clock.today()).stream()
          .filter(request -> readable == null || request.services().stream().anyMatch(readable::contains)).toList();
      var names = estates.names(open.stream().map(UtilityRequest::estateId).distinct().toList());
      return open.stream().map(request -> breach(request, names.getOrDefault(request.estateId(), "")))
          .filter(view -> !view.faults().isEmpty()).toList();
    });
  }

  private BreachView breach(UtilityRequest request, String estate) {
    var against = desk.against(request);
    return new BreachView(request.id(), request.number(), estate, request.state(), request.services(),
        request.window().firstDay(), request.window().lastDay(),
        against.isEmpty() ? List.of() : problems.of(against).errors());
  }
}
