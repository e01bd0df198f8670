package org.xingfuli.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.DoorProperties;
import org.xingfuli.identity.IdentityProperties;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.flow.CheckToken;
import org.xingfuli.identity.flow.Rights;
import org.xingfuli.identity.flow.Sessions;
import org.xingfuli.identity.model.ApiToken;

/**
 * What a session holds: who it belongs to and since when, when the second factor was shown, and where it came from. What the
 * person may do is read anew for every request, so that nothing that was revoked lives on in a session. A machine has no
 * session; it comes with its token every time, and a request with one never falls back on a session's cookie.
 */
@Component
class SessionContext implements SecurityContextRepository {

  private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

  private static final String WAITING = "waiting";
  private static final String SECOND_FACTOR = "secondFactor";
  private static final String ID_TOKEN = "idToken";
  private static final String BEARER = "Bearer ";
  private static final int LONGEST_AGENT = 200;

  /** Why a token opens nothing, for the gate to say. */
  static final String REFUSAL = SessionContext.class.getName() + ".refusal";

  private final Rights rights;
  private final CheckToken tokens;
  private final CsrfTokenRepository csrf;
  private final IdentityProperties.SignIn settings;
  private final DoorProperties.SecondFactor door;
  private final Clock clock;

  SessionContext(Rights rights, CheckToken tokens, CsrfTokenRepository csrf, IdentityProperties properties,
      DoorProperties doors, Clock clock) {
    this.rights = rights;
    this.tokens = tokens;
    this.csrf = csrf;
    this.settings = properties.signIn();
    this.door = doors.secondFactor();
    this.clock = clock;
  }

  /**
   * Who comes in, and how.
   *
   * @param secondFactor whether it was shown just now
   * @param provider the identity provider one came by, and its token to sign out there with
   */
  record Entry(UUID person, boolean secondFactor, @Nullable String provider, @Nullable String idToken) {
    static Entry byPassword(UUID person) {
      return new Entry(person, false, null, null);
    }

    Entry withSecondFactor() {
      return new Entry(person, true, provider, idToken);
    }
  }

  /** Opens a session for the person; one that was there before, perhaps planted, ends. */
  void open(HttpServletRequest request, HttpServletResponse response, Entry entry) {
    var session = fresh(request, response, entry);
    session.setAttribute(PERSON, entry.person().toString());
    session.setMaxInactiveInterval((int) settings.idle().toSeconds());
    if (entry.secondFactor()) {
      session.setAttribute(SECOND_FACTOR, clock.millis());
    }
  }

  /** The first step is done: the session is nobody's still, and waits for the second. */
  void await(HttpServletRequest request, HttpServletResponse response, Entry entry) {
    var session = fresh(request, response, entry);
    session.setAttribute(WAITING, entry.person().toString());
    session.setMaxInactiveInterval((int) door.waits().toSeconds());
  }

  private HttpSession fresh(HttpServletRequest request, HttpServletResponse response, Entry entry) {
    close(request, response);
    var session = request.getSession(true);
    session.setAttribute(Sessions.SINCE, clock.millis());
    session.setAttribute(Sessions.ADDRESS, request.getRemoteAddr());
    var agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    session.setAttribute(Sessions.AGENT, agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent);
    if (entry.provider() != null) {
      session.setAttribute(Sessions.PROVIDER, entry.provider());
      session.setAttribute(ID_TOKEN, entry.idToken());
    }
    return session;
  }

  /** Who has done the first step here, and not too long ago. */
  Optional<Entry> waiting(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(WAITING) instanceof String person)
        || !(session.getAttribute(Sessions.SINCE) instanceof Long since)
        || Instant.ofEpochMilli(since).plus(door.waits()).isBefore(clock.instant())) {
      return Optional.empty();
    }
    return Optional.of(came(session, UUID.fromString(person)));
  }

  /** How the signed-in person came in. */
  Optional<Entry> entered(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(PERSON) instanceof String person
        ? Optional.of(came(session, UUID.fromString(person)))
        : Optional.empty();
  }

  private static Entry came(HttpSession session, UUID person) {
    return new Entry(person, false, (String) session.getAttribute(Sessions.PROVIDER), (String) session.getAttribute(ID_TOKEN));
  }

  /** Which session the request came with; none with a token. */
  static @Nullable String idOf(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null ? null : session.getId();
  }

  /** The second factor was shown again. */
  void shownAgain(HttpServletRequest request) {
    request.getSession().setAttribute(SECOND_FACTOR, clock.millis());
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
    if (byToken(request)) {
      return true;
    }
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
    return signedIn.map(known -> known.shownAt(
        session.getAttribute(SECOND_FACTOR) instanceof Long shown ? Instant.ofEpochMilli(shown) : null));
  }

  /** Whether the request brings a token; no browser adds one by itself, so none is asked for against forgery. */
  static boolean byToken(HttpServletRequest request) {
    return secret(request) != null;
  }

  /** The token: a header of ours, or the key of Open311, whose clients send it among the fields of their form. */
  private static @Nullable String secret(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    if (header != null && header.startsWith(BEARER + ApiToken.PREFIX)) {
      return header.substring(BEARER.length());
    }
    return request.getRequestURI().startsWith(request.getContextPath() + "/open311/") ? request.getParameter("api_key") : null;
  }

  private Optional<SignedIn> machine(HttpServletRequest request) {
    var secret = Objects.requireNonNull(secret(request));
    return switch (tokens.check(secret, request.getRemoteAddr())) {
      case CheckToken.Answer.Known known -> Optional.of(known.person());
      case CheckToken.Answer.Refused refused -> {
        request.setAttribute(REFUSAL, refused.refusal());
        yield Optional.empty();
      }
    };
  }

  private boolean tooOld(HttpSession session) {
    return !(session.getAttribute(Sessions.SINCE) instanceof Long since)
        || Instant.ofEpochMilli(since).plus(settings.longest()).isBefore(clock.instant());
  }

  @Override
  @SuppressWarnings("deprecation") // the interface asks for it; the deferred variant rests on it
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    var request = holder.getRequest();
    return (byToken(request) ? machine(request) : person(request))
        .map(person -> new SecurityContextImpl(new PersonAuthentication(person)))
        .orElseGet(SecurityContextImpl::new);
  }

  /** Nothing to save: sessions are opened and closed by signing in and out. */
  @Override
  public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}
}
