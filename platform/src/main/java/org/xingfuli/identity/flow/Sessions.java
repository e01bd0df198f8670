package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.IdentityProperties;
import org.xingfuli.identity.model.OneTimeToken;

/** The open sessions of people, on whichever node they were opened. */
@Component
public class Sessions {

  /** When the person signed in, in milliseconds: no session lasts longer than so long from then. */
  public static final String SINCE = "since";

  /** Where the session was opened from, with what, and at which identity provider. */
  public static final String ADDRESS = "address";
  public static final String AGENT = "agent";
  public static final String PROVIDER = "provider";

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
        && session.getAttribute(SINCE) instanceof Long since
        && !Instant.ofEpochMilli(since).plus(settings.longest()).isBefore(clock.instant());
  }

  /** Ends all sessions of the person but one. */
  public void end(UUID personId, @Nullable String except) {
    for (var id : sessions.findByPrincipalName(personId.toString()).keySet()) {
      if (!id.equals(except)) {
        sessions.deleteById(id);
      }
    }
  }

  /** An open session as its owner sees it; {@code id} is made from the secret one and opens nothing. */
  public record Open(
      String id, Instant since, Instant lastUsed, String address, String agent, @Nullable String provider, boolean current) {}

  /** The person's sessions, the one used last first. */
  public List<Open> of(UUID personId, @Nullable String current) {
    return sessions.findByPrincipalName(personId.toString()).values().stream()
        .filter(session -> !session.isExpired())
        .map(session -> new Open(shownId(session.getId()), session.getCreationTime(), session.getLastAccessedTime(),
            session.getAttributeOrDefault(ADDRESS, ""), session.getAttributeOrDefault(AGENT, ""),
            session.getAttribute(PROVIDER), session.getId().equals(current)))
        .sorted(Comparator.comparing(Open::lastUsed).reversed())
        .toList();
  }

  /** Ends the one of the person's sessions that is shown under this id; false when there is none. */
  public boolean endShown(UUID personId, String shown) {
    var found = sessions.findByPrincipalName(personId.toString()).keySet().stream()
        .filter(id -> shownId(id).equals(shown)).findFirst();
    found.ifPresent(sessions::deleteById);
    return found.isPresent();
  }

  private static String shownId(String id) {
    return HexFormat.of().formatHex(OneTimeToken.hash(id), 0, 8);
  }
}
