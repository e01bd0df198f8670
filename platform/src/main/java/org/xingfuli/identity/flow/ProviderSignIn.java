package org.xingfuli.identity.flow;

import static org.springframework.security.oauth2.core.endpoint.PkceParameterNames.CODE_CHALLENGE;
import static org.springframework.security.oauth2.core.endpoint.PkceParameterNames.CODE_CHALLENGE_METHOD;
import static org.springframework.security.oauth2.core.endpoint.PkceParameterNames.CODE_VERIFIER;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.model.AtProvider;
import org.xingfuli.identity.model.LinkedSignIn;
import org.xingfuli.identity.model.OneTimeToken;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.model.SignInName;
import org.xingfuli.identity.store.LinkedSignInStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/**
 * Somebody comes in by an identity provider, or ties an account there to the own one here (OpenID Connect, authorization
 * code with PKCE, state and nonce). Nobody is put on record by this: an account here is found by its tie, or the first time
 * by a claim of the provider that equals the sign-in name, where the district trusts one.
 */
@Component
public class ProviderSignIn {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
  private static final Scope DOOR = SystemScope.of("identity.sign-in");
  private static final Duration WAITS = Duration.ofMinutes(10);
  private static final UUID NOBODY = new UUID(0, 0);
  private static final int LONGEST_LABEL = 100;
  private static final int LONGEST_NEXT = 2000;

  private final Transactions transactions;
  private final Providers providers;
  private final LinkedSignInStore links;
  private final PersonStore people;
  private final LinkAddress address;
  private final Audit audit;
  private final Clock clock;

  ProviderSignIn(Transactions transactions, Providers providers, LinkedSignInStore links, PersonStore people,
      LinkAddress address, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.links = links;
    this.people = people;
    this.address = address;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where to go, and the key the browser keeps until it comes back. */
  public record Leaving(String location, String key) {}

  /**
   * Who came back.
   *
   * @param linked an account was tied to the person's; nobody has signed in
   * @param secondFactor the provider says it asked for one, and the district takes its word
   * @param idToken shown to the provider when one signs out there
   */
  public record Back(
      UUID person, String provider, boolean linked, boolean secondFactor, String idToken, @Nullable String next) {}

  /** Somebody goes to the provider; {@code linkTo} is whose account is to be tied, absent for signing in. */
  public Leaving leave(String code, @Nullable UUID linkTo, @Nullable String next) {
    var registration = providers.known(code).registration();
    var key = OneTimeToken.create();
    var gone = new AtProvider(
        code, OneTimeToken.create(), OneTimeToken.create(), OneTimeToken.create(), linkTo, safe(next));
    var now = clock.instant();
    transactions.run(DOOR, () -> links.leave(OneTimeToken.hash(key), gone, now, now.plus(WAITS)));
    return new Leaving(request(registration, gone).getAuthorizationRequestUri(), key);
  }

  /** Only a page of ours; {@code //elsewhere} and {@code /\elsewhere} are none. */
  private static @Nullable String safe(@Nullable String next) {
    if (next == null || !next.matches("/([^/\\\\].*)?") || next.length() > LONGEST_NEXT) {
      return null;
    }
    try {
      return URI.create(next).toString();
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  /**
   * Somebody is back.
   *
   * @param key what the browser kept
   * @param answer the parameters the provider sent along
   * @throws Refused when it is not who left, the provider's word does not hold, or nobody here is meant by it
   */
  public Back comeBack(@Nullable String key, Map<String, String> answer, String from) {
    var gone = key == null
        ? Optional.<AtProvider>empty()
        : transactions.as(DOOR, () -> links.comeBack(OneTimeToken.hash(key), clock.instant()));
    var away = gone.orElseThrow(() -> new Refused(Refusal.of("identity.provider-too-late")));
    try {
      var token = token(away, answer);
      return away.linkTo() == null ? enter(away, token, from) : tie(away, away.linkTo(), token);
    } catch (Refused refused) {
      throw new BackRefused(away.linkTo() != null, refused);
    }
  }

  /** A refusal that says which page to show it on. */
  public static final class BackRefused extends Refused {
    private static final long serialVersionUID = 1L;

    private final boolean linking;

    BackRefused(boolean linking, Refused cause) {
      super(cause.refusals());
      this.linking = linking;
      initCause(cause);
    }

    public boolean linking() {
      return linking;
    }
  }

  private static OAuth2AuthorizationRequest request(ClientRegistration registration, AtProvider gone) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
        .clientId(registration.getClientId())
        .redirectUri(callback(registration))
        .scopes(registration.getScopes())
        .state(gone.state())
        .attributes(Map.of(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId(),
            OidcParameterNames.NONCE, gone.nonce(), CODE_VERIFIER, gone.verifier()))
        .additionalParameters(Map.of(OidcParameterNames.NONCE, hash(gone.nonce()),
            CODE_CHALLENGE, hash(gone.verifier()), CODE_CHALLENGE_METHOD, "S256"))
        .build();
  }

  private static String callback(ClientRegistration registration) {
    return Objects.requireNonNull(registration.getRedirectUri());
  }

  /** Both are there: the checks before this have seen to it. */
  private static String issuer(OidcIdToken token) {
    return Objects.requireNonNull(token.getIssuer()).toString();
  }

  private static String subject(OidcIdToken token) {
    return Objects.requireNonNull(token.getSubject());
  }

  private static String hash(String secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(OneTimeToken.hash(secret));
  }

  /** The provider's word, checked: state, code and verifier, signature, issuer, audience, times and nonce. */
  private OidcIdToken token(AtProvider away, Map<String, String> answer) {
    var known = providers.known(away.provider());
    var registration = known.registration();
    var issuer = answer.get("iss"); // RFC 9207: whose answer this is, where the provider says so
    if (issuer != null && !issuer.equals(registration.getProviderDetails().getIssuerUri())) {
      throw refused(away, "another issuer");
    }
    var check = new OidcAuthorizationCodeAuthenticationProvider(providers.exchange(), request -> new DefaultOidcUser(
        List.of(new OidcUserAuthority(request.getIdToken())), request.getIdToken()));
    check.setJwtDecoderFactory(ignored -> known.tokens());
    try {
      var checked = Objects.requireNonNull(check.authenticate(new OAuth2LoginAuthenticationToken(
          registration, new OAuth2AuthorizationExchange(request(registration, away), response(registration, answer)))));
      return ((OidcUser) Objects.requireNonNull(checked.getPrincipal())).getIdToken();
    } catch (OAuth2AuthenticationException | OAuth2AuthorizationException e) {
      if (unreachable(e)) {
        throw Providers.down(e);
      }
      var error = e instanceof OAuth2AuthenticationException known2 ? known2.getError()
          : ((OAuth2AuthorizationException) e).getError();
      LOG.warn("the word of {} does not hold: {}", away.provider(), error);
      throw refused(away, error.getErrorCode());
    } catch (AuthenticationException | IllegalArgumentException e) {
      LOG.warn("the word of {} does not hold: {}", away.provider(), e.getMessage());
      throw refused(away, "no sense");
    }
  }

  private static OAuth2AuthorizationResponse response(ClientRegistration registration, Map<String, String> answer) {
    var error = answer.get(OAuth2ParameterNames.ERROR);
    var builder = error == null
        ? OAuth2AuthorizationResponse.success(Objects.requireNonNullElse(answer.get(OAuth2ParameterNames.CODE), ""))
        : OAuth2AuthorizationResponse.error(error);
    return builder.redirectUri(callback(registration))
        .state(Objects.requireNonNullElse(answer.get(OAuth2ParameterNames.STATE), "")).build();
  }

  private static boolean unreachable(Throwable e) {
    for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private Refused refused(AtProvider away, String reason) {
    transactions.run(DOOR, () -> audit.record("identity.provider-refused", new Subject("person", NOBODY),
        Map.of("provider", away.provider(), "reason", reason)));
    return new Refused(Refusal.of("identity.provider-refused"));
  }

  private Back enter(AtProvider away, OidcIdToken token, String from) {
    var person = transactions.as(DOOR, () -> tied(token).or(() -> matched(away, token)));
    if (person.isEmpty()) {
      transactions.run(DOOR, () -> audit.record("identity.provider-unknown", new Subject("person", NOBODY),
          Map.of("provider", away.provider(), "address", from)));
      throw new Refused(Refusal.of("identity.provider-unknown"));
    }
    if (person.get().disabled()) {
      transactions.run(DOOR, () -> audit.record("identity.sign-in-failed", new Subject("person", person.get().id()),
          Map.of("provider", away.provider(), "address", from, "disabled", true)));
      throw new Refused(Refusal.of("identity.account-disabled"));
    }
    return back(away, person.get().id(), token, false);
  }

  private Back back(AtProvider away, UUID person, OidcIdToken token, boolean linked) {
    var trusted = providers.settings(away.provider()).secondFactorValues();
    var methods = Objects.requireNonNullElse(token.getAuthenticationMethods(), List.<String>of());
    return new Back(person, away.provider(), linked, !Collections.disjoint(trusted, methods), token.getTokenValue(), away.next());
  }

  /** Somebody is in by the provider alone; the person's own act. */
  public void entered(UUID personId, String provider, boolean secondFactor, String from) {
    var person = transactions.as(DOOR, () -> people.find(personId)).orElseThrow();
    transactions.run(SignIn.self(person), () -> audit.record("identity.sign-in", new Subject("person", personId),
        Map.of("provider", provider, "address", from, "secondFactor", secondFactor ? "PROVIDER" : "NONE")));
  }

  private Optional<Person> tied(OidcIdToken token) {
    var link = links.find(issuer(token), subject(token));
    link.ifPresent(known -> links.used(known.id(), clock.instant()));
    return link.flatMap(known -> people.find(known.personId()));
  }

  /** By the claim the district trusts, once: whoever has a tie to the provider is found by that alone. */
  private Optional<Person> matched(AtProvider away, OidcIdToken token) {
    var claim = providers.settings(away.provider()).matchClaim();
    if (claim == null || Boolean.FALSE.equals(token.getClaimAsBoolean(claim + "_verified"))) {
      return Optional.empty();
    }
    var value = token.getClaimAsString(claim);
    var person = value == null ? Optional.<Person>empty() : people.bySignInName(SignInName.of(value));
    return person.filter(known -> !known.disabled()
        ? links.insert(link(away, known.id(), token)) && recorded(known, away)
        : true);
  }

  private boolean recorded(Person person, AtProvider away) {
    audit.record(
        "identity.link-sign-in", new Subject("person", person.id()), Map.of("provider", away.provider(), "matched", true));
    return true;
  }

  private Back tie(AtProvider away, UUID personId, OidcIdToken token) {
    var person = transactions.as(DOOR, () -> people.find(personId)).filter(known -> !known.disabled())
        .orElseThrow(() -> new Refused(Refusal.of("identity.provider-unknown")));
    transactions.run(SignIn.self(person), () -> {
      if (!links.insert(link(away, personId, token))) {
        throw new Refused(Refusal.of("identity.linked-already"));
      }
      audit.record("identity.link-sign-in", new Subject("person", personId),
          Map.of("provider", away.provider(), "matched", false));
    });
    return back(away, personId, token, true);
  }

  private LinkedSignIn link(AtProvider away, UUID person, OidcIdToken token) {
    var label = Objects.requireNonNullElse(token.getPreferredUsername(), subject(token));
    return new LinkedSignIn(UuidV7.create(), person, away.provider(), issuer(token), subject(token),
        label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label, clock.instant(), null);
  }

  public List<LinkedSignIn> of(UUID person) {
    return transactions.here(() -> links.of(person));
  }

  /**
   * Takes a tie off.
   *
   * @throws Refused {@code identity.only-way-in} when there would be no way in left
   */
  public void untie(UUID personId, UUID id) {
    transactions.here(() -> {
      var person = people.find(personId).orElseThrow();
      var link = Found.orRefuse(links.of(personId).stream().filter(known -> known.id().equals(id)).findFirst());
      if (person.passwordHash() == null && links.of(personId).size() == 1) {
        throw new Refused(Refusal.of("identity.only-way-in"));
      }
      links.delete(personId, id);
      audit.record("identity.unlink-sign-in", new Subject("person", personId), Map.of("provider", link.provider()));
    });
  }

  /** Where to sign out at the provider as well; nothing where it offers no such place, or is down. */
  public Optional<String> farewell(String provider, String idToken) {
    try {
      var registration = providers.known(provider).registration();
      var end = registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
      return end == null ? Optional.empty() : Optional.of(UriComponentsBuilder.fromUri(URI.create(end.toString()))
          .queryParam("id_token_hint", idToken)
          .queryParam("client_id", registration.getClientId())
          .queryParam("post_logout_redirect_uri", "{back}")
          .encode().buildAndExpand(Map.of("back", address.base() + "/sign-in")).toUriString());
    } catch (Refused down) {
      return Optional.empty();
    }
  }

  /** The providers one has no tie with yet are offered. */
  public List<Providers.Button> offered(UUID person) {
    var tied = Set.copyOf(of(person).stream().map(LinkedSignIn::provider).toList());
    return providers.buttons().stream().filter(button -> !tied.contains(button.code())).toList();
  }
}
