package org.xingfuli.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Public;
import org.xingfuli.access.Requires;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Installation;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.flow.ChangePassword;
import org.xingfuli.identity.flow.Rights;
import org.xingfuli.identity.flow.Sessions;
import org.xingfuli.identity.flow.SignIn;
import org.xingfuli.kernel.BusinessClock;

/** Signing in and out, and the own password. */
@RestController
@RequestMapping("/api/session")
class SessionController {

  private final Transactions transactions;
  private final SignIn signIn;
  private final ChangePassword changePassword;
  private final Rights rights;
  private final AppointmentViews views;
  private final SessionContext context;
  private final Sessions sessions;
  private final Organisations organisations;
  private final Audit audit;
  private final BusinessClock business;
  private final Installation installation;

  SessionController(Transactions transactions, SignIn signIn, ChangePassword changePassword, Rights rights,
      AppointmentViews views, SessionContext context, Sessions sessions, Organisations organisations, Audit audit,
      BusinessClock business, Installation installation) {
    this.transactions = transactions;
    this.signIn = signIn;
    this.changePassword = changePassword;
    this.rights = rights;
    this.views = views;
    this.context = context;
    this.sessions = sessions;
    this.organisations = organisations;
    this.audit = audit;
    this.business = business;
    this.installation = installation;
  }

  /** Name and password as typed. */
  record Credentials(@NotNull @Size(max = 200) String signInName, @NotNull @Size(max = 1000) String password) {}

  /** The current password, and the one it becomes. */
  record PasswordChange(@NotNull @Size(max = 1000) String current, @NotNull @Size(max = 1000) String next) {}

  @GetMapping
  @Requires(Permission.SESSION)
  SessionView session(@AuthenticationPrincipal SignedIn person) {
    return view(person);
  }

  @PostMapping
  @Public(because = "this is where one signs in")
  SessionView signIn(
      @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
    UUID personId = signIn.signIn(credentials.signInName(), credentials.password(), request.getRemoteAddr());
    context.open(request, response, personId);
    return view(rights.of(personId).orElseThrow());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.SESSION)
  void signOut(@AuthenticationPrincipal SignedIn person, HttpServletRequest request, HttpServletResponse response) {
    transactions.here(
        () -> audit.record("identity.sign-out", new Subject("person", person.personId()), Map.of()));
    context.close(request, response);
  }

  /** Changes the password; the person's other sessions end. */
  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.SESSION)
  void changePassword(
      @AuthenticationPrincipal SignedIn person, @Valid @RequestBody PasswordChange change, HttpServletRequest request) {
    changePassword.change(person.personId(), change.current(), change.next(), request.getRemoteAddr());
    sessions.end(person.personId(), request.getSession().getId());
  }

  private SessionView view(SignedIn person) {
    return new SessionView(
        new SessionView.Who(person.personId(), person.name(), person.title(), person.signInName()),
        views.of(transactions.as(person.scopeFor(Permission.SESSION), () -> rights.holding(person.personId()))),
        person.permissions().stream().sorted().toList(), business.today(), installation.sample(), organisations.districtName(),
        person.mustChangePassword());
  }
}
