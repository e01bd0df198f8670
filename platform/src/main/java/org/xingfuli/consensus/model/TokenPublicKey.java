package org.xingfuli.consensus.model;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The public half of a vote's key, published with the vote. RSABSSA-SHA384-PSSZERO-Deterministic (RFC 9474): a finished token
 * signature is an RSASSA-PSS signature without salt.
 */
public record TokenPublicKey(BigInteger modulus, BigInteger exponent) {

  /** Bytes of every message and signature under this key. */
  public int length() {
    return (modulus.bitLength() + 7) / 8;
  }

  /** Whether that may be signed blindly: a number below the modulus in as many bytes as it has. */
  public boolean accepts(byte[] blinded) {
    return blinded.length == length() && new BigInteger(1, blinded).compareTo(modulus) < 0;
  }

  /** Whether it signs that serial. */
  public boolean verifies(byte[] serial, byte[] signature) {
    return accepts(signature) && raised(new BigInteger(1, signature)).equals(encoded(serial));
  }

  /** As JSON Web Key with its members sorted and nothing else, which is the form RFC 7638 hashes. */
  public String jwk() {
    return "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}".formatted(base64(exponent), base64(modulus));
  }

  /** By which the key is known: the JWK's SHA-256 (RFC 7638). */
  public String thumbprint() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Hashes.sha256(Hashes.utf8(jwk())));
  }

  /** Twelve letters for letter and noticeboard: who compares them knows that all households see one key. */
  public String fingerprint() {
    return Letters.grouped(Letters.written(new BigInteger(1, Hashes.sha256(Hashes.utf8(jwk()))), Receipt.LENGTH));
  }

  /** As SubjectPublicKeyInfo (DER), for OpenSSL and the like. */
  public byte[] spki() {
    try {
      return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The serial as the number that is signed. */
  BigInteger encoded(byte[] serial) {
    return new BigInteger(1, EmsaPss.encode(serial, modulus.bitLength() - 1));
  }

  BigInteger raised(BigInteger base) {
    return base.modPow(exponent, modulus);
  }

  /** A number in as many bytes as the modulus has. */
  byte[] bytes(BigInteger number) {
    return unsigned(number, length());
  }

  static byte[] unsigned(BigInteger number, int length) {
    var plain = number.toByteArray();
    var bytes = new byte[length];
    int skipped = Math.max(0, plain.length - length);
    System.arraycopy(plain, skipped, bytes, length - plain.length + skipped, plain.length - skipped);
    return bytes;
  }

  private static String base64(BigInteger number) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned(number, (number.bitLength() + 7) / 8));
  }
}
