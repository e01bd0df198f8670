package org.xingfuli.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district sets about second factors, tokens of machines and its identity providers; see docs/reference/settings.md.
 */
@ConfigurationProperties("xingfuli")
public record DoorProperties(
    @DefaultValue SecondFactor secondFactor, @DefaultValue Tokens tokens, @DefaultValue Oidc oidc) {

  /** Whether the named roles must have a second factor; {@code AUTO}: on real installations, not in the demo. */
  public enum Demanded { AUTO, TRUE, FALSE }

  /**
   * One-time codes.
   *
   * @param required whether {@code roles} must have one
   * @param fresh how long a code just shown counts for acts that ask for it again
   * @param waits how long the second step of a sign-in may take
   * @param key what encrypts the secrets, where nodes do not share their {@code secrets} folder
   */
  public record SecondFactor(
      @DefaultValue("AUTO") Demanded required,
      @DefaultValue({"ADMINISTRATOR", "SECURITY_OFFICER", "AUDITOR"}) Set<Role> roles, @DefaultValue("10m") Duration fresh,
      @DefaultValue("5m") Duration waits, @Nullable String key) {}

  /**
   * Tokens of machines.
   *
   * @param perMinute requests a token may make in a minute, over all nodes
   * @param longestDays after this many days at most a token ends
   */
  public record Tokens(@DefaultValue("600") int perMinute, @DefaultValue("365") int longestDays) {}

  /**
   * Identity providers by a short name of ours.
   *
   * @param patience how long a provider's answer is waited for
   */
  public record Oidc(@DefaultValue Map<String, Provider> providers, @DefaultValue("5s") Duration patience) {}

  /**
   * One identity provider that speaks OpenID Connect.
   *
   * @param name on the button; the short name where there is none
   * @param clientSecretFile holds the client's secret; a public client (PKCE alone) has none
   * @param matchClaim the verified claim that equals the sign-in name and links an account at its first sign-in; without it
   *     only accounts linked by their owner open
   * @param algorithms with which the provider may sign
   * @param secondFactorValues of the claim {@code amr} that count as our second factor; none where the provider asks for none
   */
  public record Provider(
      String issuer, String clientId, @Nullable String name, @Nullable Path clientSecretFile, @Nullable String matchClaim,
      @DefaultValue({"openid", "profile"}) List<String> scopes, @DefaultValue({"RS256", "PS256", "ES256"}) List<String> algorithms,
      @DefaultValue List<String> secondFactorValues) {}
}
