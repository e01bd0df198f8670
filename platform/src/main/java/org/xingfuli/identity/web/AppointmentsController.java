package org.xingfuli.identity.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.flow.Rights;
import org.xingfuli.identity.model.Appointment;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.AppointmentStore.Position;
import org.xingfuli.identity.store.AppointmentStore.Wanted;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Page;

/** Who holds which office, of all organisations: those that end next come first. */
@RestController
class AppointmentsController {

  private static final int USUAL = 50;

  private final Transactions transactions;
  private final AppointmentStore store;
  private final PersonStore people;
  private final Organisations organisations;
  private final AppointmentViews views;
  private final Rights rights;
  private final Audit audit;

  AppointmentsController(Transactions transactions, AppointmentStore store, PersonStore people,
      Organisations organisations, AppointmentViews views, Rights rights, Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.people = people;
    this.organisations = organisations;
    this.views = views;
    this.rights = rights;
    this.audit = audit;
  }

  /**
   * Appointments and deputies that stand today or begin later.
   *
   * @param endingWithin only those whose last day comes within so many days
   */
  @GetMapping("/api/appointments")
  @Requires(Permission.PEOPLE_READ)
  Page<AppointmentRow> appointments(@RequestParam(required = false) @Nullable Role role,
      @RequestParam(required = false) @Nullable UUID organisation,
      @RequestParam(required = false) @Nullable Integer endingWithin,
      @RequestParam(defaultValue = "false") boolean deputies,
      @RequestParam(required = false) @Nullable String cursor, @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    var wanted = wanted(role, organisation, endingWithin, deputies);
    var after = position(cursor);
    return transactions.here(() -> {
      var found = store.page(wanted, after, size + 1);
      var shown = found.subList(0, Math.min(size, found.size()));
      var last = found.size() > size ? Position.of(shown.getLast()) : null;
      return new Page<>(rows(shown), last == null ? null : Cursor.after(last.validTo(), last.id()), store.count(wanted));
    });
  }

  /** The same as a workbook. */
  @GetMapping(path = "/api/appointments.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PEOPLE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> appointmentsBook(@RequestParam(required = false) @Nullable Role role,
      @RequestParam(required = false) @Nullable UUID organisation,
      @RequestParam(required = false) @Nullable Integer endingWithin,
      @RequestParam(defaultValue = "false") boolean deputies) {
    var rows = transactions.here(() -> {
      var all = rows(store.page(wanted(role, organisation, endingWithin, deputies), null, Integer.MAX_VALUE));
      audit.record("identity.people-export", new Subject("person", CurrentScope.get().principal()),
          Map.of("rows", all.size()));
      return all;
    });
    return ListBook.answer("任职", List.of("角色 Role", "范围 Scope", "姓名 Name", "职务 Title", "单位 Organisation",
        "任职起 From", "任职止 To", "代理 Acting for", "代理人 Deputies"), rows.stream().map(AppointmentsController::cells).toList());
  }

  private static List<@Nullable Object> cells(AppointmentRow row) {
    var held = row.appointment();
    return Arrays.asList(held.roleName().zh(), held.projectName() == null ? held.areaName() : held.projectName(),
        row.personName(), row.personTitle(), row.organisationName(), held.validFrom(), held.validTo(),
        held.actingFor() == null ? null : held.actingFor().name(),
        held.deputies().stream().map(AppointmentView.Other::name).collect(Collectors.joining("、")));
  }

  private Wanted wanted(@Nullable Role role, @Nullable UUID organisation, @Nullable Integer endingWithin, boolean deputies) {
    var today = rights.today();
    return new Wanted(
        role, organisation, endingWithin == null ? null : today.plusDays(Math.clamp(endingWithin, 0, 3660)), deputies, today);
  }

  private static @Nullable Position position(@Nullable String cursor) {
    var values = Cursor.read(cursor, 2);
    if (values.isEmpty()) {
      return null;
    }
    try {
      return new Position(LocalDate.parse(values.get(0)), UUID.fromString(values.get(1)));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      var refused = new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", String.valueOf(cursor))));
      refused.initCause(e);
      throw refused;
    }
  }

  private List<AppointmentRow> rows(List<Appointment> shown) {
    var persons = people.byIds(shown.stream().map(Appointment::personId).distinct().toList()).stream()
        .collect(Collectors.toMap(Person::id, person -> person));
    var names = organisations.all().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
    var seen = views.of(shown);
    var rows = new ArrayList<AppointmentRow>();
    for (var at = 0; at < shown.size(); at++) {
      var person = Objects.requireNonNull(persons.get(shown.get(at).personId()));
      rows.add(new AppointmentRow(shown.get(at).id(), seen.get(at), person.id(), person.name(), person.title(),
          person.disabled(), person.organisationId(), names.getOrDefault(person.organisationId(), "")));
    }
    return rows;
  }
}
