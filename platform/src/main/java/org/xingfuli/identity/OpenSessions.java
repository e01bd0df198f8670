package org.xingfuli.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Whether people are still signed in, for what stays open longer than a request. To ask does not prolong a session. */
@Component
public class OpenSessions {

  /** When the session was opened, in milliseconds; what the session itself is bound to, see web.SessionContext. */
  private static final String SINCE = "since";

  private final SessionRepository<? extends Session> sessions;
  private final IdentityProperties properties;
  private final Clock clock;

  OpenSessions(SessionRepository<? extends Session> sessions, IdentityProperties properties, Clock clock) {
    this.sessions = sessions;
    this.properties = properties;
    this.clock = clock;
  }

  /** True while the session is the person's and has neither been ended nor grown too old. */
  public boolean isOpen(String sessionId, UUID personId) {
    var session = sessions.findById(sessionId);
    return session != null
        && personId.toString().equals(session.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME))
        && session.getAttribute(SINCE) instanceof Long since
        && Instant.ofEpochMilli(since).plus(properties.signIn().longest()).isAfter(clock.instant());
  }
}
