package org.xingfuli.identity.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do once through a link.
 *
 * @param personId whose password is set; absent for the first administrator, who is not on record yet
 */
public record OneTimeLink(UUID id, Purpose purpose, @Nullable UUID personId, Instant expiresAt) {

  /** What a link is for. */
  public enum Purpose { FIRST_ADMINISTRATOR, SET_PASSWORD }
}
