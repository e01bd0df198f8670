package org.xingfuli.command.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.database.Scope;

/**
 * A screen on a wall that reads the battle chart without a person signed in.
 *
 * @param areas what it sees: what its issuer saw when it was issued
 * @param codeUntil until when the link may be opened, once
 * @param device what the browser that opened the link calls itself
 */
public record WallScreen(
    UUID id,
    String name,
    Set<String> areas,
    UUID issuedBy,
    String issuer,
    Instant issuedAt,
    Instant expiresAt,
    Instant codeUntil,
    @Nullable String device,
    @Nullable Instant boundAt,
    @Nullable Instant seenAt,
    @Nullable Instant revokedAt) {

  /** How a link stands; a state of time, not of acts. */
  public enum Standing { WAITING, LAPSED, RUNNING, EXPIRED, REVOKED }

  public Standing standing(Instant now) {
    if (revokedAt != null) {
      return Standing.REVOKED;
    }
    if (!now.isBefore(expiresAt)) {
      return Standing.EXPIRED;
    }
    if (boundAt != null) {
      return Standing.RUNNING;
    }
    return now.isBefore(codeUntil) ? Standing.WAITING : Standing.LAPSED;
  }

  public boolean mayLook(Instant now) {
    return standing(now) == Standing.RUNNING;
  }

  /** Whose eyes it looks with. */
  public Scope scope() {
    return new Scope(Scope.Kind.PERSON, id, "大屏:" + name.replace(' ', '_'), areas, Set.of(), Set.of());
  }
}
