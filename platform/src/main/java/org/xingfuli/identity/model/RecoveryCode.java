package org.xingfuli.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Codes to come in with when the telephone is lost: four groups of five letters and digits without look-alikes, 99 bits, so
 * that a plain hash of one cannot be searched.
 */
public final class RecoveryCode {

  /** How many are given at once. */
  public static final int MANY = 10;

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCode() {}

  /** A fresh set. */
  public static List<String> some() {
    return Stream.generate(RecoveryCode::one).limit(MANY).toList();
  }

  private static String one() {
    return IntStream.range(0, GROUPS)
        .mapToObj(group -> IntStream.range(0, GROUP)
            .mapToObj(letter -> String.valueOf(LETTERS.charAt(RANDOM.nextInt(LETTERS.length()))))
            .collect(Collectors.joining()))
        .collect(Collectors.joining("-"));
  }

  /** The hash by which it is known; the person's id in it keeps equal codes of two people apart. */
  public static byte[] hash(UUID person, String typed) {
    var plain = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    try {
      return MessageDigest.getInstance("SHA-256").digest((person + ":" + plain).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
