package org.xingfuli.identity.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
import org.xingfuli.identity.DoorProperties;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * The identity providers of the district. What one says of itself is fetched when somebody first wants in by it and again
 * after a while, never at the start: a provider that is down keeps nobody from signing in with name and password.
 */
@Component
public class Providers {

  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final DoorProperties.Oidc settings;
  private final LinkAddress address;
  private final Clock clock;
  private final JdkClientHttpRequestFactory http;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Providers(DoorProperties properties, LinkAddress address, Clock clock) {
    this.settings = properties.oidc();
    this.address = address;
    this.clock = clock;
    this.http = new JdkClientHttpRequestFactory(
        HttpClient.newBuilder().connectTimeout(settings.patience()).followRedirects(HttpClient.Redirect.NEVER).build());
    http.setReadTimeout(settings.patience());
  }

  /** What stands on the sign-in page. */
  public record Button(String code, String name) {}

  /** A provider as it described itself, with what checks its tokens. */
  record Known(ClientRegistration registration, JwtDecoder tokens, Instant until) {}

  public List<Button> buttons() {
    return settings.providers().entrySet().stream()
        .map(entry -> new Button(entry.getKey(), Objects.requireNonNullElse(entry.getValue().name(), entry.getKey())))
        .sorted(Comparator.comparing(Button::code))
        .toList();
  }

  DoorProperties.Provider settings(String code) {
    var provider = settings.providers().get(code);
    if (provider == null) {
      throw new Refused(Refusal.of("common.not-found"));
    }
    return provider;
  }

  /**
   * The provider as it describes itself.
   *
   * @throws Refused {@code identity.provider-down} when it does not answer, or not as the provider that was configured
   */
  Known known(String code) {
    var now = clock.instant();
    var kept = known.get(code);
    if (kept != null && kept.until().isAfter(now)) {
      return kept;
    }
    var provider = settings(code);
    try {
      var fresh = discover(code, provider, now.plus(KEPT));
      known.put(code, fresh);
      return fresh;
    } catch (RestClientException | IllegalArgumentException | UncheckedIOException away) {
      LOG.warn("the identity provider {} is not to be had: {}", code, away.getMessage());
      throw down(away);
    }
  }

  static Refused down(Throwable cause) {
    var refused = new Refused(Refusal.of("identity.provider-down"));
    refused.initCause(cause);
    return refused;
  }

  private Known discover(String code, DoorProperties.Provider provider, Instant until) {
    Map<String, Object> said = RestClient.builder().requestFactory(http).build().get()
        .uri(provider.issuer().replaceAll("/+$", "") + DISCOVERY)
        .retrieve().body(new ParameterizedTypeReference<>() {});
    if (said == null || !provider.issuer().equals(said.get("issuer"))) {
      throw new IllegalArgumentException("it calls itself " + (said == null ? "nothing" : said.get("issuer")));
    }
    var secret = secret(provider);
    var builder = ClientRegistrations.fromOidcConfiguration(said)
        .registrationId(code)
        .clientId(provider.clientId())
        .scope(provider.scopes())
        .redirectUri(address.base() + "/api/oidc/callback");
    if (secret == null) {
      builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
    } else {
      builder.clientSecret(secret);
    }
    var registration = builder.build();
    return new Known(registration, tokens(registration, provider), until);
  }

  private static @Nullable String secret(DoorProperties.Provider provider) {
    var file = provider.clientSecretFile();
    try {
      return file == null ? null : Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the client's secret cannot be read: " + e.getMessage(), e);
    }
  }

  /** Signature by the provider's published keys and only with the algorithms allowed, issuer, audience and times. */
  private JwtDecoder tokens(ClientRegistration registration, DoorProperties.Provider provider) {
    var decoder = NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
        .jwsAlgorithms(allowed -> provider.algorithms().forEach(name -> allowed.add(
            Objects.requireNonNull(SignatureAlgorithm.from(name), () -> "no algorithm " + name))))
        .restOperations(new RestTemplate(http))
        .build();
    decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(registration)));
    return decoder;
  }

  /** Asks a provider for the token behind a code, and does not wait for ever. */
  RestClientAuthorizationCodeTokenResponseClient exchange() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(RestClient.builder()
        .requestFactory(http)
        .configureMessageConverters(converters -> converters
            .addCustomConverter(new FormHttpMessageConverter())
            .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build());
    return client;
  }
}
