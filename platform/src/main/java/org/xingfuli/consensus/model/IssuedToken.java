package org.xingfuli.consensus.model;

import java.security.MessageDigest;

/**
 * What the roll keeps of a token given to a household: the hash of the blinded message, 32 bytes. Asked again with the same
 * message the platform signs again, which gives the same signature; another message would be a second token and is refused.
 */
public record IssuedToken(byte[] messageHash) {

  public static IssuedToken of(byte[] blindedMessage) {
    return new IssuedToken(Hashes.sha256(blindedMessage));
  }

  /** Whether it is the message signed before. */
  public boolean isOf(byte[] blindedMessage) {
    return MessageDigest.isEqual(messageHash, Hashes.sha256(blindedMessage));
  }
}
