package org.xingfuli.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.flow.Sessions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Where one is signed in, and signing out there. */
@RestController
@RequestMapping("/api/account/sessions")
class OwnSessionsController {

  private final Sessions sessions;
  private final Transactions transactions;
  private final Audit audit;

  OwnSessionsController(Sessions sessions, Transactions transactions, Audit audit) {
    this.sessions = sessions;
    this.transactions = transactions;
    this.audit = audit;
  }

  @GetMapping
  @Requires(Permission.SESSION)
  List<Sessions.Open> ownSessions(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
    return sessions.of(person.personId(), SessionContext.idOf(request));
  }

  /** All but the one that asks. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.SESSION)
  void endOthers(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
    transactions.here(() -> audit.record("identity.end-sessions", new Subject("person", person.personId()), Map.of()));
    sessions.end(person.personId(), SessionContext.idOf(request));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.SESSION)
  void end(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
    if (!sessions.endShown(person.personId(), id)) {
      throw new Refused(Refusal.of("common.not-found"));
    }
    transactions.here(() -> audit.record("identity.end-sessions", new Subject("person", person.personId()), Map.of("one", id)));
  }
}
