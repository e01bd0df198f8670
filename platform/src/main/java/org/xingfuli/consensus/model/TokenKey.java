package org.xingfuli.consensus.model;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import javax.crypto.Cipher;

/**
 * The key of one vote, made when it opens and thrown away when its box is published. It signs what it cannot read: the blinded
 * serial of a household's token. With it tokens can be forged, never ballots linked; it is kept closed by a secret that does
 * not stand in the database.
 */
public final class TokenKey {

  /** Bits of the modulus; 3072 correspond to 128 bits of strength (NIST SP 800-57). */
  public static final int BITS = 3072;

  private final RSAPrivateCrtKey key;

  private TokenKey(RSAPrivateCrtKey key) {
    this.key = key;
  }

  /** A new key; takes up to a few seconds. */
  public static TokenKey make(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(BITS, RSAKeyGenParameterSpec.F4), random);
      return new TokenKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key of these bytes (PKCS #8). */
  public static TokenKey read(byte[] pkcs8) {
    try {
      return new TokenKey((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not a vote's key. Maybe it was closed with another secret?", e);
    }
  }

  /** The whole key (PKCS #8), to be closed before it is stored. */
  public byte[] pkcs8() {
    return key.getEncoded();
  }

  public TokenPublicKey publicKey() {
    return new TokenPublicKey(key.getModulus(), key.getPublicExponent());
  }

  /**
   * BlindSign of RFC 9474. The private operation is the JDK's, which blinds it once more against being timed and works by
   * remainders; as the RFC asks, the outcome is raised back before it is given away, since a faulty one would give the key away.
   *
   * @throws IllegalArgumentException when the public key does not accept the message
   */
  public byte[] blindSign(byte[] blinded) {
    var open = publicKey();
    if (!open.accepts(blinded)) {
      throw new IllegalArgumentException(
          "A blinded message of %d bytes is no number below the modulus in %d bytes. Maybe it was made for another vote's key?"
              .formatted(blinded.length, open.length()));
    }
    try {
      var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key);
      var signed = cipher.doFinal(blinded);
      if (!open.raised(new BigInteger(1, signed)).equals(new BigInteger(1, blinded))) {
        throw new IllegalStateException("The private operation failed; nothing was given away. Maybe memory is faulty?");
      }
      return open.bytes(new BigInteger(1, signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
