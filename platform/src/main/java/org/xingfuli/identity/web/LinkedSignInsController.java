package org.xingfuli.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.flow.ProviderSignIn;
import org.xingfuli.identity.flow.Providers;

/** The own accounts at identity providers that open the account here. */
@RestController
@RequestMapping("/api/account/linked-sign-ins")
class LinkedSignInsController {

  private final ProviderSignIn provider;
  private final Providers providers;
  private final DoorCookie cookie;

  LinkedSignInsController(ProviderSignIn provider, Providers providers, DoorCookie cookie) {
    this.provider = provider;
    this.providers = providers;
    this.cookie = cookie;
  }

  /** A tie as its owner sees it. */
  record LinkRow(UUID id, String provider, String providerName, String label, Instant linkedAt, @Nullable Instant lastUsedAt) {}

  /** @param offered providers one has no tie with yet */
  record LinkedSignIns(List<LinkRow> links, List<Providers.Button> offered) {}

  /** The provider to tie an account of. */
  record NewLink(@NotNull @Size(max = 50) String provider) {}

  /** Where the browser goes now; it comes back to the account page. */
  record Leave(String location) {}

  @GetMapping
  @Requires(Permission.SESSION)
  LinkedSignIns linkedSignIns(@AuthenticationPrincipal SignedIn person) {
    var rows = provider.of(person.personId()).stream().map(link -> new LinkRow(link.id(), link.provider(),
        providers.buttons().stream().filter(b -> b.code().equals(link.provider())).map(Providers.Button::name).findFirst()
            .orElse(link.provider()),
        link.label(), link.linkedAt(), link.lastUsedAt())).toList();
    return new LinkedSignIns(rows, provider.offered(person.personId()));
  }

  @PostMapping
  @Requires(value = Permission.SESSION, freshSecondFactor = true)
  Leave link(@AuthenticationPrincipal SignedIn person, @Valid @RequestBody NewLink wanted, HttpServletResponse response) {
    var leaving = provider.leave(wanted.provider(), person.personId(), null);
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.holding(leaving.key()));
    return new Leave(leaving.location());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(value = Permission.SESSION, freshSecondFactor = true)
  void unlink(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
    provider.untie(person.personId(), id);
  }
}
