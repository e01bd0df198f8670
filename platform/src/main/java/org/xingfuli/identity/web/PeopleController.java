package org.xingfuli.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.flow.Appoint;
import org.xingfuli.identity.flow.LinkAddress;
import org.xingfuli.identity.flow.RegisterPerson;
import org.xingfuli.identity.flow.ResetPassword;
import org.xingfuli.identity.flow.Revoke;
import org.xingfuli.identity.flow.SwitchAccount;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;

/** People and their appointments. */
@RestController
@RequestMapping("/api/people")
class PeopleController {

  private static final int USUAL = 50;

  private final PeopleList list;
  private final RegisterPerson register;
  private final Appoint appoint;
  private final Revoke revoke;
  private final SwitchAccount account;
  private final ResetPassword reset;
  private final LinkAddress address;
  private final AppointmentViews views;

  PeopleController(PeopleList list, RegisterPerson register, Appoint appoint, Revoke revoke, SwitchAccount account,
      ResetPassword reset, LinkAddress address, AppointmentViews views) {
    this.list = list;
    this.register = register;
    this.appoint = appoint;
    this.revoke = revoke;
    this.account = account;
    this.reset = reset;
    this.address = address;
    this.views = views;
  }

  /** A person to put on record. */
  record NewPerson(
      @NotBlank @Size(max = 50) String name, @NotBlank @Size(max = 50) String title,
      @NotBlank @Size(max = 50) String signInName, @NotNull UUID organisationId) {}

  /** The new person, and the link to hand over for setting a password; it works once. */
  record RegisteredPerson(UUID id, String setPasswordLink) {}

  /** A role with an area or a project, whichever it asks for; from today and until revoked where no day is named. */
  record NewAppointment(
      @NotNull Role role, @Nullable String area, @Nullable UUID projectId, @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {}

  /** A one-time link to hand over. */
  record PasswordLink(String link) {}

  @GetMapping
  @Requires(Permission.PEOPLE_READ)
  Page<PersonRow> list(@RequestParam(required = false) @Nullable String query,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return list.page(query, cursor, Cursor.limit(limit, USUAL));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PEOPLE_MANAGE)
  RegisteredPerson register(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Valid @RequestBody NewPerson wanted) {
    var registered = register.register(key, new RegisterPerson.Wanted(
        wanted.name(), wanted.title(), wanted.signInName(), wanted.organisationId()));
    return new RegisteredPerson(registered.id(), address.of(registered.token()));
  }

  @PostMapping("/{id}/appointments")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(value = Permission.PEOPLE_MANAGE, freshSecondFactor = true)
  AppointmentView appoint(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @PathVariable UUID id, @Valid @RequestBody NewAppointment wanted) {
    var appointment = appoint.appoint(key, id, new Appoint.Wanted(
        wanted.role(), wanted.area(), wanted.projectId(), wanted.validFrom(), wanted.validTo()));
    return views.of(List.of(appointment)).getFirst();
  }

  @DeleteMapping("/{id}/appointments/{appointmentId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(value = Permission.PEOPLE_MANAGE, freshSecondFactor = true)
  void revoke(@PathVariable UUID id, @PathVariable UUID appointmentId) {
    revoke.revoke(id, appointmentId);
  }

  @PostMapping("/{id}/disable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PEOPLE_MANAGE)
  void disable(@PathVariable UUID id) {
    account.disable(id);
  }

  @PostMapping("/{id}/enable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PEOPLE_MANAGE)
  void enable(@PathVariable UUID id) {
    account.enable(id);
  }

  /** For an auditor the first administrator is refused and remembered, and the second gets the link. */
  @PostMapping("/{id}/password-link")
  @Requires(Permission.PEOPLE_MANAGE)
  PasswordLink passwordLink(@PathVariable UUID id) {
    return new PasswordLink(address.of(reset.link(id)));
  }
}
