package org.xingfuli.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.xingfuli.identity.flow.ProviderSignIn;
import org.xingfuli.identity.flow.Rights;
import org.xingfuli.identity.flow.Sessions;
import org.xingfuli.identity.flow.ShowSecondFactor;
import org.xingfuli.identity.flow.SignIn;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

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
  private final ShowSecondFactor factor;
  private final ProviderSignIn provider;
  private final Clock clock;

  SessionController(Transactions transactions, SignIn signIn, ChangePassword changePassword, Rights rights,
      AppointmentViews views, SessionContext context, Sessions sessions, Organisations organisations, Audit audit,
      BusinessClock business, Installation installation, ShowSecondFactor factor, ProviderSignIn provider, Clock clock) {
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
    this.factor = factor;
    this.provider = provider;
    this.clock = clock;
  }

  /** Name and password as typed. */
  record Credentials(@NotNull @Size(max = 200) String signInName, @NotNull @Size(max = 1000) String password) {}

  /** Six digits, or a recovery code. */
  record Code(@NotNull @Size(max = 100) String code) {}

  /** @param provider where to go to sign out at the identity provider too, by which one came in */
  record SignedOut(@Nullable String provider) {}

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
    var entry = SessionContext.Entry.byPassword(personId);
    if (factor.enrolled(personId)) {
      context.await(request, response, entry);
      throw new Refused(Refusal.of("identity.second-factor-needed"));
    }
    context.open(request, response, entry);
    return view(rights.of(personId).orElseThrow());
  }

  /** The second step, with a code of the telephone or a recovery code. */
  @PostMapping("/second-factor")
  @Public(because = "nobody is in yet: the session waits for this step")
  SessionView secondStep(
      @Valid @RequestBody Code code, HttpServletRequest request, HttpServletResponse response) {
    var entry = context.waiting(request).orElseThrow(() -> new Refused(Refusal.of("identity.second-step-too-late")));
    var by = factor.show(entry.person(), code.code(), request.getRemoteAddr());
    var person = rights.of(entry.person())
        .orElseThrow(() -> new Refused(Refusal.of("identity.second-step-too-late")));
    factor.entered(entry.person(), by, request.getRemoteAddr());
    context.open(request, response, entry.withSecondFactor());
    return view(person.shownAt(clock.instant()));
  }

  /** The second factor once more, before an act that asks for it. */
  @PostMapping("/second-factor/again")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.SESSION)
  void again(@AuthenticationPrincipal SignedIn person, @Valid @RequestBody Code code, HttpServletRequest request) {
    factor.shownAgain(person.personId(), factor.show(person.personId(), code.code(), request.getRemoteAddr()));
    context.shownAgain(request);
  }

  @DeleteMapping
  @Requires(Permission.SESSION)
  SignedOut signOut(@AuthenticationPrincipal SignedIn person, HttpServletRequest request, HttpServletResponse response) {
    transactions.here(
        () -> audit.record("identity.sign-out", new Subject("person", person.personId()), Map.of()));
    var farewell = context.entered(request).flatMap(entry -> entry.provider() == null || entry.idToken() == null
        ? Optional.empty()
        : provider.farewell(entry.provider(), entry.idToken()));
    context.close(request, response);
    return new SignedOut(farewell.orElse(null));
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
        person.mustChangePassword(), person.proof().mustEnrol(), person.proof().enrolled());
  }
}
