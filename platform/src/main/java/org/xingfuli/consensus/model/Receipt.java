package org.xingfuli.consensus.model;

import java.math.BigInteger;

/**
 * What a voter keeps: twelve letters (59 bits) of the hash of their token's serial. It stands on the bulletin when a ballot with
 * that token was counted. It says nothing about the choice and stays the same however often the household votes.
 */
public record Receipt(String letters) implements Comparable<Receipt> {

  /** Letters of a receipt. */
  public static final int LENGTH = 12;

  public static Receipt of(byte[] serial) {
    return new Receipt(Letters.written(new BigInteger(1, Hashes.sha256(Hashes.utf8("xingfuli receipt 1"), serial)), LENGTH));
  }

  /** As it is shown: three groups of four. */
  public String grouped() {
    return Letters.grouped(letters);
  }

  @Override
  public int compareTo(Receipt other) {
    return letters.compareTo(other.letters);
  }
}
