package org.xingfuli.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.xingfuli.access.Public;
import org.xingfuli.identity.flow.ProviderSignIn;
import org.xingfuli.identity.flow.ProviderSignIn.Back;
import org.xingfuli.identity.flow.ProviderSignIn.BackRefused;
import org.xingfuli.identity.flow.Providers;
import org.xingfuli.identity.flow.ShowSecondFactor;
import org.xingfuli.kernel.Refused;

/** Signing in by an identity provider. A browser walks here, so every answer is a page to go to, refusals too. */
@RestController
@RequestMapping("/api/oidc")
class OidcController {

  private final Providers providers;
  private final ProviderSignIn provider;
  private final ShowSecondFactor factor;
  private final SessionContext context;
  private final DoorCookie cookie;

  OidcController(Providers providers, ProviderSignIn provider, ShowSecondFactor factor, SessionContext context,
      DoorCookie cookie) {
    this.providers = providers;
    this.provider = provider;
    this.factor = factor;
    this.context = context;
    this.cookie = cookie;
  }

  @GetMapping("/providers")
  @Public(because = "the sign-in page shows a button for each")
  List<Providers.Button> providers() {
    return providers.buttons();
  }

  /** Sends the browser to the provider. */
  @GetMapping("/start")
  @Public(because = "this is where one signs in")
  ResponseEntity<Void> start(@RequestParam("provider") String code, @RequestParam(required = false) @Nullable String next) {
    try {
      var leaving = provider.leave(code, null, next);
      return to(URI.create(leaving.location()), cookie.holding(leaving.key()));
    } catch (Refused refused) {
      return to(page("/sign-in", "refused", refused.refusals().getFirst().code()), cookie.gone());
    }
  }

  /** The browser is back from the provider. */
  @GetMapping("/callback")
  @Public(because = "this is where one signs in: the provider sends the browser back here")
  ResponseEntity<Void> callback(@CookieValue(name = DoorCookie.NAME, required = false) @Nullable String key,
      @RequestParam Map<String, String> answer, HttpServletRequest request, HttpServletResponse response) {
    try {
      var back = provider.comeBack(key, answer, request.getRemoteAddr());
      return to(back.linked() ? page("/account", "linked", back.provider()) : enter(back, request, response), cookie.gone());
    } catch (Refused refused) {
      boolean linking = refused instanceof BackRefused known && known.linking();
      return to(page(linking ? "/account" : "/sign-in", "refused", refused.refusals().getFirst().code()), cookie.gone());
    }
  }

  private URI enter(Back back, HttpServletRequest request, HttpServletResponse response) {
    var entry = new SessionContext.Entry(back.person(), back.secondFactor(), back.provider(), back.idToken());
    if (!back.secondFactor() && factor.enrolled(back.person())) {
      context.await(request, response, entry);
      var step = UriComponentsBuilder.fromPath("/sign-in").queryParam("step", "code");
      return back.next() == null
          ? step.build().toUri()
          : step.queryParam("next", "{next}").encode().buildAndExpand(back.next()).toUri();
    }
    provider.entered(back.person(), back.provider(), back.secondFactor(), request.getRemoteAddr());
    context.open(request, response, entry);
    return URI.create(Objects.requireNonNullElse(back.next(), "/"));
  }

  private static URI page(String path, String name, String value) {
    return UriComponentsBuilder.fromPath(path).queryParam(name, value).build().toUri();
  }

  private static ResponseEntity<Void> to(URI place, String cookie) {
    return ResponseEntity.status(HttpStatus.FOUND).location(place).header(HttpHeaders.SET_COOKIE, cookie).build();
  }
}
