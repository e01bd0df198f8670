package org.xingfuli.identity.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Role;

/**
 * What somebody may do once through a link.
 *
 * @param personId whose password is set; absent for the first of a hat, who is not on record yet
 */
public record OneTimeLink(UUID id, Purpose purpose, @Nullable UUID personId, Instant expiresAt) {

  /** What a link is for. */
  public enum Purpose {
    FIRST_ADMINISTRATOR,
    FIRST_SECURITY_OFFICER,
    SET_PASSWORD;

    /** Whose first holder the link makes; nothing for a password. */
    public @Nullable Role role() {
      return switch (this) {
        case FIRST_ADMINISTRATOR -> Role.ADMINISTRATOR;
        case FIRST_SECURITY_OFFICER -> Role.SECURITY_OFFICER;
        case SET_PASSWORD -> null;
      };
    }
  }
}
