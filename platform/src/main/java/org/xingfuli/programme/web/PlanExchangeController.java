package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.exchange.plans.ProgrammeCalendar;
import org.xingfuli.exchange.plans.book.ProgrammeBook;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.mpxj.ForeignPlans;
import org.xingfuli.programme.flow.ExportPlan;
import org.xingfuli.programme.flow.FreshForecast;
import org.xingfuli.wire.ListBook;

/** The timetable in the formats of other planning software, as far as the caller sees it. */
@RestController
@RequestMapping("/api/programmes/{id}")
class PlanExchangeController {

  private static final String CALENDAR = "text/calendar;charset=UTF-8";

  private final ExportPlan export;
  private final FreshForecast fresh;
  private final Timetables timetables;
  private final Clock clock;

  PlanExchangeController(ExportPlan export, FreshForecast fresh, Timetables timetables, Clock clock) {
    this.export = export;
    this.fresh = fresh;
    this.timetables = timetables;
    this.clock = clock;
  }

  /** Microsoft Project's XML. */
  @GetMapping(path = "/timetable.xml", produces = "application/xml")
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = "application/xml", schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> mspdi(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID plan,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project)
      throws IOException {
    var programme = programme(id, plan, street, project);
    var out = new ByteArrayOutputStream();
    ForeignPlans.writeMspdi(programme, out);
    return answer(programme.name() + ".xml", "application/xml", out.toByteArray());
  }

  /** Primavera's XER. */
  @GetMapping(path = "/timetable.xer", produces = "application/octet-stream")
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> xer(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID plan,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project)
      throws IOException {
    var programme = programme(id, plan, street, project);
    var out = new ByteArrayOutputStream();
    ForeignPlans.writeXer(programme, out);
    return answer(programme.name() + ".xer", "application/octet-stream", out.toByteArray());
  }

  /** A programme workbook, which the command line plans again. */
  @GetMapping(path = "/programme.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> workbook(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID plan,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project)
      throws IOException {
    var programme = programme(id, plan, street, project);
    var out = new ByteArrayOutputStream();
    ProgrammeBook.write(programme, out);
    return answer(programme.name() + ".xlsx", ListBook.TYPE, out.toByteArray());
  }

  /** Events for the calendars on phones; an event keeps its number, so that a newer file moves it. */
  @GetMapping(path = "/timetable.ics", produces = CALENDAR)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> calendar(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID plan,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project)
      throws IOException {
    var programme = programme(id, plan, street, project);
    var text = new StringBuilder();
    ProgrammeCalendar.write(programme, id.toString(), clock.instant(), text);
    return answer(programme.name() + ".ics", CALENDAR, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The form of a programme workbook, with an example of every kind of entry. */
  @GetMapping(path = "/programme-template.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> template(@PathVariable UUID id) throws IOException {
    var out = new ByteArrayOutputStream();
    ProgrammeBook.template(timetables.of(id, null, null, null).horizonStart(), out);
    return answer("计划模板.xlsx", ListBook.TYPE, out.toByteArray());
  }

  private Programme programme(UUID id, @Nullable UUID plan, @Nullable String street, @Nullable UUID project) {
    if (plan == null) {
      fresh.asOfToday(id);
    }
    var streets = timetables.of(id, plan, street, project).projects().stream()
        .collect(Collectors.toMap(TimetableView.ProjectBar::street, TimetableView.ProjectBar::streetName, (one, same) -> one));
    return export.programme(id, plan, street, project, streets);
  }

  private static ResponseEntity<byte[]> answer(String name, String type, byte[] content) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(content);
  }
}
