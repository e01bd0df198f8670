package org.xingfuli.identity.web;

import java.time.Clock;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.xingfuli.access.Permission;
import org.xingfuli.identity.DoorProperties;
import org.xingfuli.identity.IdentityProperties;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.wire.ProblemWriter;

/** The chain every request passes: session, CSRF, then the {@link Gate}. Whatever is not named here is shut. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** A request is observed as one: its time and its outcome. Each filter on its way besides told nobody anything, at a cost. */
  @Bean
  SecurityObservationSettings observedOnce() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http, SessionContext sessions, CookieCsrfTokenRepository csrf, Gate gate,
      ProblemWriter problems) throws Exception {
    return http
        .securityContext(context -> context.securityContextRepository(sessions))
        .csrf(c -> c.spa().csrfTokenRepository(csrf).ignoringRequestMatchers(SessionContext::byToken)
            // Residents have no session that another page could abuse: what they send carries its own secret.
            .ignoringRequestMatchers("/api/resident/**"))
        .addFilterBefore(gate, AuthorizationFilter.class)
        .authorizeHttpRequests(a -> a
            .requestMatchers("/api/**", "/open311/**").permitAll() // the gate has decided
            .requestMatchers("/actuator/health/**", "/error").permitAll()
            .requestMatchers("/actuator/**").access((who, request) -> new AuthorizationDecision(operator(who.get())))
            .requestMatchers(HttpMethod.GET, "/**").permitAll() // files of the web application
            .requestMatchers(HttpMethod.HEAD, "/**").permitAll()
            .anyRequest().denyAll())
        .exceptionHandling(e -> e
            .authenticationEntryPoint((request, response, cause) ->
                problems.write(request, response, Refusal.of("common.sign-in-needed")))
            .accessDeniedHandler((request, response, cause) -> problems.write(request, response, Refusal.of(
                cause instanceof CsrfException
                    ? "identity.stale-page" : "common.forbidden"))))
        .formLogin(f -> f.disable())
        .httpBasic(b -> b.disable())
        .logout(l -> l.disable())
        .requestCache(c -> c.disable())
        .anonymous(a -> a.disable())
        .headers(h -> h.disable()) // set for every answer, files too, by wire's SecurityHeaders
        .build();
  }

  /** Metrics tell much about a house; being on the same machine is no right, since a proxy may stand there. */
  private static boolean operator(Authentication who) {
    return who instanceof PersonAuthentication known && !known.person().mustChangePassword()
        && !known.person().proof().mustEnrol()
        && known.person().may(Permission.OPERATIONS_READ);
  }

  @Bean
  Gate gate(Marks marks, ProblemWriter problems, RefusedAccess refused, DoorProperties doors, Clock clock) {
    return new Gate(marks, problems, refused, doors.secondFactor().fresh(), clock);
  }

  /** The gate stands in the chain, and only there. */
  @Bean
  FilterRegistrationBean<Gate> gateNotTwice(Gate gate) {
    var registration = new FilterRegistrationBean<>(gate);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  CookieCsrfTokenRepository csrfTokens(IdentityProperties properties) {
    var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookieCustomizer(cookie -> {
      cookie.sameSite("Strict");
      if (properties.secure()) {
        cookie.secure(true);
      }
    });
    return repository;
  }

  /** Only the browser's own pages send the session along, no script reads it. */
  @Bean
  DefaultCookieSerializerCustomizer sessionCookie(IdentityProperties properties) {
    return cookie -> {
      cookie.setCookieName("xingfuli");
      cookie.setUseHttpOnlyCookie(true);
      cookie.setSameSite("Strict");
      cookie.setCookiePath("/");
      if (properties.secure()) {
        cookie.setUseSecureCookie(true);
      }
    };
  }

  /** There is no other way in: without this bean Spring Boot would invent a user with a password in the log. */
  @Bean
  AuthenticationManager authenticationManager() {
    return authentication -> {
      throw new ProviderNotFoundException("people sign in at POST /api/session");
    };
  }
}
