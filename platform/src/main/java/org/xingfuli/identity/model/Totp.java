package org.xingfuli.identity.model;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by time (RFC 6238) as telephones' apps expect them: HMAC-SHA-1, six digits, a new one every 30 seconds. A
 * code is also taken one step early or late, since telephones' clocks are never quite right.
 */
public final class Totp {

  /** How long a code lasts, in seconds. */
  public static final int STEP_SECONDS = 30;

  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;
  private static final int WINDOW = 1;
  private static final int SECRET_BYTES = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /** A new secret of 160 bits, as RFC 4226 asks. */
  public static byte[] secret() {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  public static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of a time step. */
  public static String code(byte[] secret, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return ("%0" + DIGITS + "d").formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The step whose code was typed, among those that count now and come after the last one taken; all of them are compared,
   * so that the time it takes tells nothing.
   */
  public static OptionalLong match(byte[] secret, String typed, Instant now, long lastStep) {
    var found = OptionalLong.empty();
    long middle = step(now);
    for (long step = middle - WINDOW; step <= middle + WINDOW; step++) {
      boolean same = MessageDigest.isEqual(
          code(secret, step).getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.US_ASCII));
      if (same && step > lastStep) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** Whether it has the form of a code; anything else typed is taken for a recovery code. */
  public static boolean looksLikeOne(String typed) {
    return typed.matches("[0-9]{" + DIGITS + "}");
  }

  /** The secret in the letters an app takes by hand (RFC 4648). */
  public static String base32(byte[] secret) {
    var letters = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : secret) {
      bits = bits << 8 | b & 0xff;
      held += 8;
      while (held >= 5) {
        held -= 5;
        letters.append(BASE32.charAt(bits >> held & 31));
      }
    }
    if (held > 0) {
      letters.append(BASE32.charAt(bits << 5 - held & 31));
    }
    return letters.toString();
  }

  /** What the QR code says; understood by every app for one-time codes. */
  public static String address(String issuer, String account, byte[] secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d".formatted(
        encoded(issuer), encoded(account), base32(secret), encoded(issuer), DIGITS, STEP_SECONDS);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
