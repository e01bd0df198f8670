package org.xingfuli.consensus.model;

import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The two values a code stands for, of which neither tells the other: the authenticator, by which the platform knows the
 * household when it asks for its token, and the ballot seed, which never leaves the device. The slow part is PBKDF2 with
 * HMAC-SHA-256 (RFC 8018), the one that browsers bring; a code has 74 bits, so it is the code that keeps a search out of reach
 * and the slowness that adds twenty bits.
 */
public final class CodeSecrets {

  /** Rounds of PBKDF2, as OWASP asks for HMAC-SHA-256. */
  public static final int ITERATIONS = 600_000;

  private static final int BYTES = 32;

  private final byte[] authenticator;
  private final byte[] ballotSeed;

  private CodeSecrets(byte[] stretched) {
    this.authenticator = Hashes.hkdf(stretched, "authenticator", BYTES);
    this.ballotSeed = Hashes.hkdf(stretched, "ballot seed", BYTES);
  }

  /** Takes a good part of a second. The vote's id is in the salt: the same letters in another vote would be another code. */
  public static CodeSecrets of(VotingCode code, UUID vote) {
    return of(code, vote, ITERATIONS);
  }

  static CodeSecrets of(VotingCode code, UUID vote, int iterations) {
    try {
      var spec = new PBEKeySpec(code.letters().toCharArray(), Hashes.utf8("xingfuli ballot 1:" + vote), iterations, 8 * BYTES);
      return new CodeSecrets(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the platform keeps on the roll of what a household shows. A hash suffices: 256 bits cannot be searched. */
  public static byte[] verifier(byte[] authenticator) {
    return Hashes.sha256(authenticator);
  }

  /** What the device shows the platform to be given the household's token, 32 bytes. */
  public byte[] authenticator() {
    return authenticator.clone();
  }

  /** What the platform keeps of this household, 32 bytes. */
  public byte[] verifier() {
    return verifier(authenticator);
  }

  /** What everything of the ballot is derived from, 32 bytes. */
  byte[] ballotSeed() {
    return ballotSeed.clone();
  }
}
