package org.xingfuli.identity.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has gone to a provider and is expected back.
 *
 * @param state comes back with the browser, {@code nonce} in the provider's token; {@code verifier} proves that we asked (PKCE)
 * @param linkTo whose account is to be linked; absent when somebody signs in
 * @param next the page to go to afterwards
 */
public record AtProvider(
    String provider, String state, String nonce, String verifier, @Nullable UUID linkTo, @Nullable String next) {}
