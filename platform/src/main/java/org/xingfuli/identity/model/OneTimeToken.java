package org.xingfuli.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a one-time link: 256 random bits; the database keeps only its hash. */
public final class OneTimeToken {

  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTimeToken() {}

  public static String create() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A password nobody chose: 16 letters and digits without the look-alikes, some 90 bits. */
  public static String password() {
    var letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    var password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(letters.charAt(RANDOM.nextInt(letters.length())));
    }
    return password.toString();
  }

  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
