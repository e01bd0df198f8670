package org.xingfuli.identity.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.access.Permission;
import org.xingfuli.identity.model.ApiToken;

/**
 * A token on the screen; its secret is not in it.
 *
 * @param ownerName who it acts for
 * @param open whether it still opens anything
 */
record TokenRow(
    UUID id, UUID ownerId, String ownerName, String name, String beginning, List<Permission> permissions, Instant createdAt,
    Instant expiresAt, @Nullable Instant lastUsedAt, @Nullable Instant revokedAt, boolean open) {

  static TokenRow of(ApiToken token, String ownerName, Instant now) {
    return new TokenRow(token.id(), token.personId(), ownerName, token.name(), token.beginning(),
        token.permissions().stream().sorted().toList(), token.createdAt(), token.expiresAt(), token.lastUsedAt(),
        token.revokedAt(), token.opens(now));
  }
}
