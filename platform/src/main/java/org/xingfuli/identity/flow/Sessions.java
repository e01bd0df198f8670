package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.IdentityProperties;

/** The open sessions of people, on whichever node they were opened. */
@Component
public class Sessions {

  private final FindByIndexNameSessionRepository<?> sessions;
  private final IdentityProperties.SignIn settings;
  private final Clock clock;

  Sessions(FindByIndexNameSessionRepository<?> sessions, IdentityProperties properties, Clock clock) {
    this.sessions = sessions;
    this.settings = properties.signIn();
    this.clock = clock;
  }

  /** Whether the person's session is still open, for what is held open with it; asking does not lengthen it. */
  public boolean stands(UUID personId, String id) {
    var session = sessions.findById(id);
    return session != null
        && personId.toString().equals(session.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME))
        && !session.getCreationTime().plus(settings.longest()).isBefore(clock.instant());
  }

  /** Ends all sessions of the person but one. */
  public void end(UUID personId, @Nullable String except) {
    for (var id : sessions.findByPrincipalName(personId.toString()).keySet()) {
      if (!id.equals(except)) {
        sessions.deleteById(id);
      }
    }
  }
}
