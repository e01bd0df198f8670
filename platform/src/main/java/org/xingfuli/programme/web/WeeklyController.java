package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.WeeklyState;
import org.xingfuli.programme.flow.FreshForecast;
import org.xingfuli.programme.flow.ReadWeek;
import org.xingfuli.programme.flow.ReportWeek;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.model.WeeklyReport;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.WeeklyStore;
import org.xingfuli.wire.ListBook;

/** Weekly reports: what a week asks, the one tap that answers, who has not answered, and what needs others. */
@RestController
@RequestMapping("/api")
class WeeklyController {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final WeeklyStore weeks;
  private final ReadWeek read;
  private final ReportWeek report;
  private final FreshForecast fresh;
  private final Names names;
  private final BusinessClock clock;

  WeeklyController(Transactions transactions, ProgrammeStore programmes, ProjectStore projects, WeeklyStore weeks,
      ReadWeek read, ReportWeek report, FreshForecast fresh, Names names, BusinessClock clock) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.projects = projects;
    this.weeks = weeks;
    this.read = read;
    this.report = report;
    this.fresh = fresh;
    this.names = names;
    this.clock = clock;
  }

  @GetMapping("/projects/{id}/weekly-report")
  @Requires(Permission.PROGRAMME_READ)
  WeeklyView.Form form(@PathVariable UUID id) {
    fresh.asOfToday(transactions.here(() -> projects.find(id).orElseThrow(Unknown::row).programmeId()));
    return WeeklyView.Form.of(read.form(id), names.open());
  }

  @PostMapping("/projects/{id}/weekly-reports")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRESS_REPORT)
  WeeklyView.Made report(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid WeeklyView.Body body) {
    return made(report.report(key, body.of(id)));
  }

  /** Notes how a problem was settled; settled already, it stays as it is. */
  @PutMapping("/weekly-reports/{id}/settlement")
  @Requires(Permission.PROGRESS_REPORT)
  WeeklyView.Made settle(@PathVariable UUID id, @RequestBody @Valid WeeklyView.Settlement body) {
    report.settle(id, body.how());
    return made(id);
  }

  private WeeklyView.Made made(UUID id) {
    return transactions.here(() -> {
      var found = weeks.find(id).orElseThrow(Unknown::row);
      return WeeklyView.Made.of(found, projects.find(found.projectId()).orElseThrow(Unknown::row), names.open());
    });
  }

  /** A week of a programme; the running one when none is named. */
  @GetMapping("/programmes/{id}/weekly-reports")
  @Requires(Permission.PROGRAMME_READ)
  WeeklyView.Overview week(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate week) {
    var monday = WeeklyReport.weekOf(week == null ? clock.today() : week);
    fresh.asOfToday(id);
    return transactions.here(() -> {
      Unknown.unless(programmes.find(id));
      var book = names.open();
      var all = projects.ofProgramme(id);
      var byId = all.stream().collect(Collectors.toMap(Project::id, project -> project));
      var states = read.states(id, monday);
      var made = weeks.ofWeek(id, monday).stream().collect(Collectors.groupingBy(WeeklyReport::projectId));
      var rows = all.stream().map(project -> row(project, book, states.getOrDefault(project.id(),
              WeeklyState.NOTHING_DUE), made.getOrDefault(project.id(), List.of())))
          .sorted(Comparator.comparing((WeeklyView.Row row) -> rank(row.state())).thenComparing(WeeklyView.Row::code))
          .toList();
      return new WeeklyView.Overview(monday, monday.plusDays(6), !monday.plusDays(6).isBefore(clock.today()),
          (int) rows.stream().filter(row -> row.state() != WeeklyState.NOTHING_DUE).count(),
          (int) rows.stream().filter(row -> row.state() == WeeklyState.REPORTED).count(), rows,
          weeks.unsettled(id).stream().flatMap(each -> Optional.ofNullable(byId.get(each.projectId()))
              .map(project -> WeeklyView.Made.of(each, project, book)).stream()).toList());
    });
  }

  private static int rank(WeeklyState state) {
    return switch (state) {
      case MISSED -> 0;
      case WAITING -> 1;
      case REPORTED -> 2;
      case NOTHING_DUE -> 3;
    };
  }

  private static WeeklyView.Row row(Project project, Names.Book names, WeeklyState state, List<WeeklyReport> made) {
    var last = made.isEmpty() ? null : made.getLast();
    return new WeeklyView.Row(project.id(), project.code(), project.name(), project.street(),
        names.area(project.street()), names.called(project.deliveryAgent()), state, made.size(),
        last == null ? null : last.at(), last == null ? null : last.reporterName(),
        made.stream().mapToInt(WeeklyReport::daysLost).sum(), made.stream().mapToInt(each -> each.evidence().size()).sum(),
        last == null ? "" : last.note(), last == null ? "" : last.coordination());
  }

  @GetMapping(path = "/programmes/{id}/weekly-reports.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate week) {
    var overview = week(id, week);
    return ListBook.answer("周报 " + overview.week(), List.of("编号 Code", "项目 Project", "街道 Street",
        "代建单位 Delivery agent", "状态 State", "报送时间 Received", "填报人 By", "误工天 Days lost", "照片 Photos", "说明 Note",
        "协调事项 Needs others"), overview.rows().stream().map(row -> Arrays.<@Nullable Object>asList(row.code(),
            row.name(), row.streetName(), row.deliveryAgent(), word(row.state()), ListBook.moment(row.at()), row.by(),
            row.daysLost(), row.photos(), row.note(), row.coordination())).toList());
  }

  private static String word(WeeklyState state) {
    return switch (state) {
      case REPORTED -> "已收到";
      case WAITING -> "待报";
      case MISSED -> "未报";
      case NOTHING_DUE -> "本周无事项";
    };
  }
}
