package org.xingfuli.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.flow.MakeToken;
import org.xingfuli.identity.flow.RevokeToken;

/** Tokens with which machines act for the signed-in person. */
@RestController
@RequestMapping("/api/account/tokens")
class OwnTokensController {

  private final OwnTokens tokens;
  private final MakeToken make;
  private final RevokeToken revoke;
  private final Clock clock;

  OwnTokensController(OwnTokens tokens, MakeToken make, RevokeToken revoke, Clock clock) {
    this.tokens = tokens;
    this.make = make;
    this.revoke = revoke;
    this.clock = clock;
  }

  /** A token to make; the last day counts. */
  record NewToken(@NotNull @Size(max = 50) String name, @NotNull Set<Permission> permissions, @NotNull LocalDate lastDay) {}

  /** @param secret to put into the machine; shown this once and stored nowhere */
  record MadeToken(UUID id, String secret, TokenRow token) {}

  @GetMapping
  @Requires(Permission.SESSION)
  List<TokenRow> ownTokens(@AuthenticationPrincipal SignedIn person) {
    return tokens.of(person);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(value = Permission.SESSION, freshSecondFactor = true)
  MadeToken make(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @AuthenticationPrincipal SignedIn person, @Valid @RequestBody NewToken wanted) {
    var made = make.make(key, person, new MakeToken.Wanted(wanted.name(), wanted.permissions(), wanted.lastDay()));
    return new MadeToken(made.token().id(), made.secret(), TokenRow.of(made.token(), person.actor(), clock.instant()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.SESSION)
  void revoke(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
    revoke.own(person.personId(), id);
  }
}
