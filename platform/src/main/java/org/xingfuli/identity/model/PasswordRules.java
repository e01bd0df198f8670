package org.xingfuli.identity.model;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;

/**
 * What a local password must be; docs/decisions/0007 says why complexity and periodic change are configuration.
 *
 * @param minimumLength shortest password
 * @param characterClasses how many of small letters, capitals, digits and others must occur; 0 asks for none (ASVS 6.2.5)
 * @param changeAfterDays days after which it must be changed; 0 never (ASVS 6.2.10)
 */
public record PasswordRules(int minimumLength, int characterClasses, int changeAfterDays) {

  private static final int LONGEST = 128;
  private static final int DIFFERENT_LETTERS = 5;

  /** Words everybody tries here, and common passwords long enough to pass the length. */
  private static final Set<String> GUESSED = Set.of("xingfuli", "chongchuan", "nantong", "password", "passw0rd",
      "qwertyuiop", "1qaz2wsx", "iloveyou", "administrator", "woaini", "letmein", "welcome", "zhongguo", "123456789");

  public PasswordRules {
    if (minimumLength < 8 || characterClasses < 0 || characterClasses > 4 || changeAfterDays < 0) {
      throw new IllegalArgumentException("xingfuli.password: minimum-length ≥ 8, character-classes 0 to 4, days ≥ 0");
    }
  }

  /** The one spelling of a password, so that the same keys on two keyboards give the same. */
  public static String normalise(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC);
  }

  /**
   * Everything wrong with the password, empty when it may be used.
   *
   * @param own the person's sign-in name, which must not stand in it
   * @param pointer where it stands in the request
   */
  public List<Refusal> faults(String password, String own, String pointer) {
    var faults = new ArrayList<Refusal>();
    int length = password.codePointCount(0, password.length());
    if (length < minimumLength) {
      faults.add(fault("identity.password-too-short", pointer, "minimum", minimumLength));
    }
    if (length > LONGEST) {
      faults.add(fault("identity.password-too-long", pointer, "maximum", LONGEST));
    }
    if (classes(password) < characterClasses) {
      faults.add(fault("identity.password-too-plain", pointer, "classes", characterClasses));
    }
    if (guessable(password, own)) {
      faults.add(Refusal.of("identity.password-guessable", Map.of("pointer", pointer)));
    }
    return faults;
  }

  /** Whether a password set then must be changed now. */
  public boolean expired(@Nullable Instant changedAt, Instant now) {
    return changeAfterDays > 0 && changedAt != null && changedAt.plus(Duration.ofDays(changeAfterDays)).isBefore(now);
  }

  private static int classes(String password) {
    int seen = 0;
    for (var c : password.codePoints().toArray()) {
      seen |= Character.isLowerCase(c) ? 1 : Character.isUpperCase(c) ? 2 : Character.isDigit(c) ? 4 : 8;
    }
    return Integer.bitCount(seen);
  }

  /** Few different letters, a run along the keyboard or the numbers, or a word everybody tries with little beside it. */
  private static boolean guessable(String password, String own) {
    var plain = password.toLowerCase(Locale.ROOT);
    if (plain.codePoints().distinct().count() < DIFFERENT_LETTERS || own.length() > 2 && plain.contains(own)) {
      return true;
    }
    return GUESSED.stream().anyMatch(word -> plain.contains(word) && plain.length() - word.length() < 8) || run(plain);
  }

  private static boolean run(String plain) {
    int steps = 0;
    for (int i = 1; i < plain.length(); i++) {
      if (Math.abs(plain.charAt(i) - plain.charAt(i - 1)) <= 1) {
        steps++;
      }
    }
    return steps >= plain.length() * 3 / 4;
  }

  private static Refusal fault(String code, String pointer, String name, int value) {
    return Refusal.of(code, Map.of("pointer", pointer, name, value));
  }
}
