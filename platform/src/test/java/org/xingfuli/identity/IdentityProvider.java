package org.xingfuli.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A real identity provider (Spring Authorization Server) on a port of its own, with accounts that are not ours. It can be told
 * to lie in its next tokens, so that it is seen that a lie is found out.
 */
final class IdentityProvider {

  static final String CLIENT = "xingfuli";
  static final String SECRET = "between the two of us";
  static final String PASSWORD = "their password, not ours";

  /** What the provider does wrong. */
  enum Lie { NONE, ANOTHER_NONCE, EXPIRED, FOR_SOMEBODY_ELSE, UNSIGNED, SIGNED_BY_ANOTHER, OF_ANOTHER_ISSUER }

  private static volatile Lie lie = Lie.NONE;
  private static volatile List<String> methods = List.of("pwd");

  private static AnnotationConfigServletWebServerApplicationContext running;

  private IdentityProvider() {}

  /** Starts it once for all tests of the run and tells its issuer. */
  static synchronized String issuer() {
    if (running == null) {
      running = new AnnotationConfigServletWebServerApplicationContext();
      running.register(Server.class);
      running.refresh();
    }
    return "http://localhost:" + running.getWebServer().getPort();
  }

  static void tell(Lie next) {
    lie = next;
  }

  /** How the provider says it has asked people to show who they are (the claim {@code amr}). */
  static void asksFor(String... ways) {
    methods = List.of(ways);
  }

  @EnableWebSecurity
  static class Server { // no @Configuration: the platform would find it as its own

    private final RSAKey key = key();
    private final RSAKey foreign = key();

    private static RSAKey key() {
      try {
        return new RSAKeyGenerator(2048).keyID("one").keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).generate();
      } catch (com.nimbusds.jose.JOSEException e) {
        throw new IllegalStateException(e);
      }
    }

    @Bean
    TomcatServletWebServerFactory tomcat() {
      return new TomcatServletWebServerFactory(0);
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
      return new DispatcherServlet();
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return http
          .oauth2AuthorizationServer(server -> server.oidc(oidc -> {}))
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .exceptionHandling(e -> e.defaultAuthenticationEntryPointFor(
              new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
          .formLogin(form -> {})
          .build();
    }

    @Bean
    UserDetailsService people() {
      var encoded = "{noop}" + PASSWORD;
      return username -> username.startsWith("nobody")
          ? new InMemoryUserDetailsManager().loadUserByUsername(username)
          : User.withUsername(username).password(encoded).build();
    }

    @Bean
    RegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
          .clientId(CLIENT)
          .clientSecret("{noop}" + SECRET)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .redirectUri(StrictDoor.BASE + "/api/oidc/callback")
          .postLogoutRedirectUri(StrictDoor.BASE + "/sign-in")
          .scope("openid").scope("profile")
          .clientSettings(ClientSettings.builder().requireAuthorizationConsent(false).requireProofKey(true).build())
          .build());
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> keys() {
      return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    org.springframework.security.oauth2.jwt.JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration
          .jwtDecoder(keys);
    }

    /** Signs as it should, unless told not to sign or to sign with a key it has not published. */
    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
      var honest = new NimbusJwtEncoder(keys);
      var dishonest = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(foreign)));
      return parameters -> {
        boolean idToken = parameters.getClaims().hasClaim("nonce");
        if (idToken && lie == Lie.SIGNED_BY_ANOTHER) {
          return dishonest.encode(parameters);
        }
        var signed = honest.encode(parameters);
        return idToken && lie == Lie.UNSIGNED ? unsigned(signed) : signed;
      };
    }

    private static Jwt unsigned(Jwt signed) {
      var claims = new JWTClaimsSet.Builder();
      signed.getClaims().forEach((name, value) ->
          claims.claim(name, value instanceof Instant at ? Date.from(at) : value instanceof java.net.URL u ? u.toString() : value));
      var plain = new PlainJWT(claims.build()).serialize();
      Map<String, Object> headers = new HashMap<>(Map.of("alg", "none"));
      return new Jwt(plain, signed.getIssuedAt(), signed.getExpiresAt(), headers, signed.getClaims());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
      return context -> {
        if (!context.getTokenType().getValue().equals("id_token")) {
          return;
        }
        var claims = context.getClaims();
        claims.claim("preferred_username", context.getPrincipal().getName());
        claims.subject("their-" + context.getPrincipal().getName());
        claims.claim("amr", methods);
        switch (lie) {
          case ANOTHER_NONCE -> claims.claim("nonce", "of another sign-in");
          case EXPIRED -> claims.issuedAt(Instant.now().minusSeconds(7200)).expiresAt(Instant.now().minusSeconds(3600));
          case FOR_SOMEBODY_ELSE -> claims.audience(List.of("another client"));
          case OF_ANOTHER_ISSUER -> claims.issuer("http://localhost:1/elsewhere");
          default -> { }
        }
      };
    }
  }
}
