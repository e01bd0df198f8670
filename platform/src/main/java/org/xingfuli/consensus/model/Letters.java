package org.xingfuli.consensus.model;

import java.math.BigInteger;

/**
 * The letters that codes and receipts are written in: digits and capitals without 0, O, 1, I and L, which look alike in print.
 * There are 31, and 31 is prime: that is what the check letter of {@link VotingCode} rests on.
 */
final class Letters {

  static final String ALL = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  static final int COUNT = ALL.length();
  private static final int GROUP = 4;

  private Letters() {}

  /** In groups of four, as it is printed and read aloud. */
  static String grouped(String letters) {
    return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
  }

  /** The last letters of a number written in base 31. */
  static String written(BigInteger number, int letters) {
    var text = new StringBuilder();
    var rest = number;
    for (int i = 0; i < letters; i++) {
      var parts = rest.divideAndRemainder(BigInteger.valueOf(COUNT));
      text.append(ALL.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return text.reverse().toString();
  }
}
