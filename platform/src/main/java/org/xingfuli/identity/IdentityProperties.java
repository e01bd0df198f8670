package org.xingfuli.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district sets about people and signing in; see docs/reference/settings.md.
 *
 * @param publicUrl how people reach the platform; https makes the cookies secure
 */
@ConfigurationProperties("xingfuli")
public record IdentityProperties(
    @Nullable String publicUrl, @DefaultValue District district, @DefaultValue Password password,
    @DefaultValue SignIn signIn) {

  /**
   * The district this installation belongs to.
   *
   * @param code six digits (GB/T 2260)
   */
  public record District(@DefaultValue("320613") String code, @DefaultValue("崇川区") String name) {}

  /** Rules for local passwords; docs/decisions/0007. */
  public record Password(
      @DefaultValue("12") int minimumLength, @DefaultValue("0") int characterClasses,
      @DefaultValue("0") int changeAfterDays) {}

  /**
   * Signing in, and how long it lasts.
   *
   * @param failures failures in a row that lock an account's name
   * @param failuresByAddress failures that lock an address; more, since an office shares one
   * @param lock the first lock; each further one is twice as long
   * @param idle after this long without a request the session ends
   * @param longest after this long it ends in any case
   * @param link how long a one-time link is valid
   */
  public record SignIn(
      @DefaultValue("5") int failures, @DefaultValue("20") int failuresByAddress, @DefaultValue("15m") Duration lock,
      @DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration longest, @DefaultValue("24h") Duration link) {}

  public boolean secure() {
    return publicUrl != null && publicUrl.startsWith("https:");
  }
}
