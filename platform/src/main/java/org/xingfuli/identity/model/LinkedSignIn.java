package org.xingfuli.identity.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account at an identity provider that opens an account here.
 *
 * @param provider our short name of the provider
 * @param label what the provider calls the account, for its owner to know it by
 */
public record LinkedSignIn(
    UUID id, UUID personId, String provider, String issuer, String subject, String label, Instant linkedAt,
    @Nullable Instant lastUsedAt) {}
