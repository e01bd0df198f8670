package org.xingfuli.identity.flow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** The open sessions of people, on whichever node they were opened. */
@Component
public class Sessions {

  private final FindByIndexNameSessionRepository<?> sessions;

  Sessions(FindByIndexNameSessionRepository<?> sessions) {
    this.sessions = sessions;
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
