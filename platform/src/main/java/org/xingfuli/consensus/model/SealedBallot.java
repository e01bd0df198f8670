package org.xingfuli.consensus.model;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * A ballot as it is cast and as it lies in the box. It names no household, no moment and no order.
 *
 * @param ballotKey the public half of the key it is sealed with, 65 bytes; its hash is the token's serial
 * @param token the vote's signature on the serial
 * @param choices the choices in the vote's own canonical writing, one line
 * @param seal the voter's signature on vote and choices, 64 bytes
 */
public record SealedBallot(byte[] ballotKey, byte[] token, String choices, byte[] seal) {

  /** Why a ballot may not lie in the box. */
  public enum Fault {
    /** The vote's key did not sign the token. */
    TOKEN,
    /** The seal is not of the token's holder on these choices in this vote. */
    SEAL,
    /** The choices are not one line. */
    CHOICES
  }

  /** The first of the reasons why it may not lie in the box of that vote; nothing when it may. */
  public Optional<Fault> fault(UUID vote, TokenPublicKey key) {
    if (choices.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(Fault.CHOICES);
    }
    if (!key.verifies(serial(), token)) {
      return Optional.of(Fault.TOKEN);
    }
    return BallotKey.sealedBy(ballotKey, vote, choices, seal) ? Optional.empty() : Optional.of(Fault.SEAL);
  }

  /** By which the box knows the household without knowing which it is: unique in the box, 32 bytes. */
  public byte[] serial() {
    return BallotKey.serial(ballotKey);
  }

  public Receipt receipt() {
    return Receipt.of(serial());
  }

  /** The line of the joint list, which the checker reads and nobody publishes. */
  String line() {
    var hex = HexFormat.of();
    return String.join(" ", hex.formatHex(serial()), hex.formatHex(ballotKey), hex.formatHex(token), hex.formatHex(seal), choices);
  }
}
