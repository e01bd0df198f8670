package org.xingfuli.identity.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.access.Permission;

/**
 * With what a machine acts for a person.
 *
 * @param beginning its first letters, by which a found one is told apart
 * @param permissions what its owner has let it do; it does no more than the owner may at that moment
 */
public record ApiToken(
    UUID id, UUID personId, String name, String beginning, Set<Permission> permissions, Instant createdAt, Instant expiresAt,
    @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {

  /** What every token begins with, so that scanners of secrets find one that was left in a public place. */
  public static final String PREFIX = "xfl_";

  private static final int BEGINNING = PREFIX.length() + 6;

  public ApiToken {
    permissions = Set.copyOf(permissions);
  }

  /** A fresh secret: the prefix and 256 random bits. */
  public static String secret() {
    return PREFIX + OneTimeToken.create();
  }

  public static String beginning(String secret) {
    return secret.substring(0, BEGINNING);
  }

  public boolean opens(Instant now) {
    return revokedAt == null && expiresAt.isAfter(now);
  }
}
