package org.xingfuli.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.IdentityProperties;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.flow.Rights;

/**
 * What a session holds: who it belongs to and since when, nothing else. What the person may do is read anew for every
 * request, so that nothing that was revoked lives on in a session.
 */
@Component
class SessionContext implements SecurityContextRepository {

  private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  private static final String SINCE = "since";

  private final Rights rights;
  private final CsrfTokenRepository csrf;
  private final IdentityProperties.SignIn settings;
  private final Clock clock;

  SessionContext(Rights rights, CsrfTokenRepository csrf, IdentityProperties properties, Clock clock) {
    this.rights = rights;
    this.csrf = csrf;
    this.settings = properties.signIn();
    this.clock = clock;
  }

  /** Opens a session for the person; one that was there before, perhaps planted, ends. */
  void open(HttpServletRequest request, HttpServletResponse response, UUID personId) {
    close(request, response);
    var session = request.getSession(true);
    session.setAttribute(PERSON, personId.toString());
    session.setAttribute(SINCE, clock.millis());
    session.setMaxInactiveInterval((int) settings.idle().toSeconds());
  }

  /** Ends the session and its CSRF token. */
  void close(HttpServletRequest request, HttpServletResponse response) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    csrf.saveToken(csrf.generateToken(request), request, response);
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(PERSON) != null;
  }

  private Optional<SignedIn> person(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(PERSON) instanceof String person)) {
      return Optional.empty();
    }
    var signedIn = tooOld(session) ? Optional.<SignedIn>empty() : rights.of(UUID.fromString(person));
    if (signedIn.isEmpty()) {
      session.invalidate();
    }
    return signedIn;
  }

  private boolean tooOld(HttpSession session) {
    return !(session.getAttribute(SINCE) instanceof Long since)
        || Instant.ofEpochMilli(since).plus(settings.longest()).isBefore(clock.instant());
  }

  @Override
  @SuppressWarnings("deprecation") // the interface asks for it; the deferred variant rests on it
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return person(holder.getRequest())
        .map(person -> new SecurityContextImpl(new PersonAuthentication(person)))
        .orElseGet(SecurityContextImpl::new);
  }

  /** Nothing to save: sessions are opened and closed by signing in and out. */
  @Override
  public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}
}
