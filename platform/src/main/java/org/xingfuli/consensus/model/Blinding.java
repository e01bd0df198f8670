package org.xingfuli.consensus.model;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What a device does around the platform's blind signature (Blind and Finalize of RFC 9474): hide the serial, and take the
 * hiding off the answer. Asked twice with the same code, on whatever phone, it is the same message.
 */
public final class Blinding {

  private final TokenPublicKey key;
  private final byte[] serial;
  private final BigInteger factor;

  Blinding(TokenPublicKey key, byte[] serial, BigInteger factor) {
    this.key = key;
    this.serial = serial;
    this.factor = factor;
  }

  public static Blinding of(BallotKey ballot, TokenPublicKey key) {
    return new Blinding(key, ballot.serial(), ballot.blindingFactor(key));
  }

  /** What is sent to be signed. */
  public byte[] message() {
    return key.bytes(key.encoded(serial).multiply(key.raised(factor)).mod(key.modulus()));
  }

  /** The token's signature; nothing when the answer is not this key's on this message. */
  public Optional<byte[]> finish(byte[] blindSignature) {
    if (!key.accepts(blindSignature)) {
      return Optional.empty();
    }
    var signature = key.bytes(new BigInteger(1, blindSignature).multiply(factor.modInverse(key.modulus())).mod(key.modulus()));
    return key.verifies(serial, signature) ? Optional.of(signature) : Optional.empty();
  }
}
