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
import org.springframework.web.bind.annotation.PatchMapping;
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
import org.xingfuli.identity.Role;
import org.xingfuli.identity.flow.Appoint;
import org.xingfuli.identity.flow.ChangePerson;
import org.xingfuli.identity.flow.Deputise;
import org.xingfuli.identity.flow.LinkAddress;
import org.xingfuli.identity.flow.RegisterPerson;
import org.xingfuli.identity.flow.ResetPassword;
import org.xingfuli.identity.flow.Revoke;
import org.xingfuli.identity.flow.SwitchAccount;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;

/** People, whose accounts one hat keeps, and their appointments, which another gives. */
@RestController
@RequestMapping("/api/people")
class PeopleController {

  private static final int USUAL = 50;

  private final PeopleList list;
  private final RegisterPerson register;
  private final ChangePerson change;
  private final Appoint appoint;
  private final Deputise deputise;
  private final Revoke revoke;
  private final SwitchAccount account;
  private final ResetPassword reset;
  private final LinkAddress address;
  private final AppointmentViews views;

  PeopleController(PeopleList list, RegisterPerson register, ChangePerson change, Appoint appoint, Deputise deputise,
      Revoke revoke, SwitchAccount account, ResetPassword reset, LinkAddress address, AppointmentViews views) {
    this.list = list;
    this.register = register;
    this.change = change;
    this.appoint = appoint;
    this.deputise = deputise;
    this.revoke = revoke;
    this.account = account;
    this.reset = reset;
    this.address = address;
    this.views = views;
  }

  /** A person to put on record; the phone is where messages reach the person at work. */
  record NewPerson(
      @NotBlank @Size(max = 50) String name, @NotBlank @Size(max = 50) String title,
      @NotBlank @Size(max = 50) String signInName, @NotNull UUID organisationId, @Nullable @Size(max = 20) String phone) {}

  /** What changes; what is left out stays, and an empty phone is taken away. */
  record PersonChange(
      @Nullable @Size(max = 50) String name, @Nullable @Size(max = 50) String title, @Nullable UUID organisationId,
      @Nullable @Size(max = 20) String phone) {}

  /** The new person, and the link to hand over for setting a password; it works once. */
  record RegisteredPerson(UUID id, String setPasswordLink) {}

  /**
   * A role with an area or with projects, whichever it asks for; from today and until revoked where no day is named.
   *
   * @param projectIds one appointment for each
   */
  record NewAppointment(
      @NotNull Role role, @Nullable String area, @Nullable @Size(max = 200) List<@NotNull UUID> projectIds,
      @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {}

  /** The last day of an appointment, or none. */
  record LastDay(@Nullable LocalDate validTo) {}

  /** Who stands in for the holder, from a day to a day; from today where no first day is named. */
  record NewDeputy(@NotNull UUID personId, @Nullable LocalDate validFrom, @NotNull LocalDate validTo) {}

  /** A one-time link to hand over. */
  record PasswordLink(String link) {}

  @GetMapping
  @Requires(Permission.PEOPLE_READ)
  Page<PersonRow> list(@RequestParam(required = false) @Nullable String query,
      @RequestParam(required = false) @Nullable UUID organisation,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return list.page(query, organisation, cursor, Cursor.limit(limit, USUAL));
  }

  @GetMapping("/{id}")
  @Requires(Permission.PEOPLE_READ)
  PersonRow one(@PathVariable UUID id) {
    return list.one(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PEOPLE_MANAGE)
  RegisteredPerson register(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Valid @RequestBody NewPerson wanted) {
    var registered = register.register(key, new RegisterPerson.Wanted(
        wanted.name(), wanted.title(), wanted.signInName(), wanted.organisationId(), wanted.phone()));
    return new RegisteredPerson(registered.id(), address.of(registered.token()));
  }

  /** Corrects a person or moves one to another organisation; appointments stay as they are. */
  @PatchMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PEOPLE_MANAGE)
  void change(@PathVariable UUID id, @Valid @RequestBody PersonChange wanted) {
    change.change(id, new ChangePerson.Change(wanted.name(), wanted.title(), wanted.organisationId(), wanted.phone()));
  }

  @PostMapping("/{id}/appointments")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(value = Permission.RIGHTS_GRANT, freshSecondFactor = true)
  List<AppointmentView> appoint(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @PathVariable UUID id, @Valid @RequestBody NewAppointment wanted) {
    return views.of(appoint.appoint(key, id, new Appoint.Wanted(wanted.role(), wanted.area(),
        wanted.projectIds() == null ? List.of() : wanted.projectIds(), wanted.validFrom(), wanted.validTo())));
  }

  @DeleteMapping("/{id}/appointments/{appointmentId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(value = Permission.RIGHTS_GRANT, freshSecondFactor = true)
  void revoke(@PathVariable UUID id, @PathVariable UUID appointmentId) {
    revoke.revoke(id, appointmentId);
  }

  @PutMapping("/{id}/appointments/{appointmentId}/last-day")
  @Requires(value = Permission.RIGHTS_GRANT, freshSecondFactor = true)
  AppointmentView setLastDay(
      @PathVariable UUID id, @PathVariable UUID appointmentId, @Valid @RequestBody LastDay wanted) {
    return views.of(List.of(revoke.setLastDay(id, appointmentId, wanted.validTo()))).getFirst();
  }

  @PostMapping("/{id}/appointments/{appointmentId}/deputies")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(value = Permission.RIGHTS_GRANT, freshSecondFactor = true)
  AppointmentView deputise(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @PathVariable UUID id, @PathVariable UUID appointmentId, @Valid @RequestBody NewDeputy wanted) {
    return views.of(List.of(deputise.deputise(key, id, appointmentId, new Deputise.Wanted(
        wanted.personId(), wanted.validFrom(), wanted.validTo())))).getFirst();
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

  /** For an auditor or a security administrator the first is refused and remembered, and the second gets the link. */
  @PostMapping("/{id}/password-link")
  @Requires(Permission.PEOPLE_MANAGE)
  PasswordLink passwordLink(@PathVariable UUID id) {
    return new PasswordLink(address.of(reset.link(id)));
  }
}
