package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.kernel.DayType;
import org.xingfuli.kernel.HolidayYear;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.flow.Calendars;
import org.xingfuli.programme.flow.ImportHolidays;
import org.xingfuli.wire.ListBook;

/** The work calendar year by year, and the import of a newly announced one. */
@RestController
@RequestMapping("/api/calendar/{year}")
class CalendarController {

  private final Calendars calendars;
  private final ImportHolidays importHolidays;

  CalendarController(Calendars calendars, ImportHolidays importHolidays) {
    this.calendars = calendars;
    this.importHolidays = importHolidays;
  }

  /** Every day of a year; a provisional year knows only its weekends. */
  record CalendarYear(int year, boolean provisional, List<CalendarDay> days) {}

  record CalendarDay(LocalDate date, DayType type, @Nullable String name) {}

  /** A year of holiday-cn: only the days the State Council paper names. */
  record HolidayFile(
      @NotNull Integer year, @Nullable List<String> papers, @NotEmpty List<@Valid NamedDay> days) {}

  record NamedDay(@NotNull String name, @NotNull LocalDate date, @NotNull Boolean isOffDay) {}

  /** What the import moved: every date of a node, and how many dates of activities, which are recorded with the year. */
  record Imported(List<ImportHolidays.Moved> recomputed, int activities) {}

  @GetMapping
  @Requires(Permission.PROGRAMME_READ)
  CalendarYear year(@PathVariable int year) {
    var calendar = calendars.current();
    var first = LocalDate.of(year, 1, 1);
    if (!calendar.knows(first)) {
      throw new Refused(Refusal.of("calendar.unknown",
          Map.of("date", first, "firstYear", calendar.firstYear(), "lastYear", calendar.lastYear())));
    }
    return new CalendarYear(year, calendar.isProvisional(first), first.datesUntil(first.plusYears(1))
        .map(date -> new CalendarDay(date, calendar.typeOf(date), calendar.nameOf(date).orElse(null))).toList());
  }

  /** The days a paper names, as the screen lists them. */
  @GetMapping(path = "/days.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> dayBook(@PathVariable int year) {
    return ListBook.answer("放假安排", List.of("日期 Date", "名称 Name", "类型 Type"), year(year).days().stream()
        .filter(day -> day.type() == DayType.HOLIDAY_OFF || day.type() == DayType.ADJUSTED_WORKDAY)
        .map(day -> Arrays.<@Nullable Object>asList(
            day.date(), day.name(), day.type() == DayType.HOLIDAY_OFF ? "放假" : "调休上班"))
        .toList());
  }

  @PostMapping
  @Requires(Permission.CALENDAR_IMPORT)
  Imported take(@PathVariable int year, @RequestBody @Valid HolidayFile file) {
    if (file.year() != year) {
      throw new Refused(Refusal.of("programme.calendar-other-year", Map.of("year", year, "file", file.year())));
    }
    var papers = file.papers();
    var days = file.days().stream().map(day -> new HolidayYear.Day(day.date(), day.name(), day.isOffDay())).toList();
    var outcome = importHolidays.take(HolidayYear.announced(year, papers == null ? List.of() : papers, days));
    return new Imported(outcome.nodes(), outcome.activities().size());
  }
}
