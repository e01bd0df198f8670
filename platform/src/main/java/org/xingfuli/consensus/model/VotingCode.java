package org.xingfuli.consensus.model;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The code of one household for one vote, printed on its letter and kept nowhere: fifteen letters drawn evenly (31^15, 74.3
 * bits) and a check letter. The sum of place times letter is 0 modulo 31; since 31 is prime and the places 1 to 16 are smaller,
 * every single wrong letter and every two letters that changed places break it.
 */
public record VotingCode(String letters) {

  /** Letters of a code, the check letter among them. */
  public static final int LENGTH = 16;

  public VotingCode {
    if (letters.length() != LENGTH || letters.chars().anyMatch(letter -> Letters.ALL.indexOf(letter) < 0) || sum(letters) != 0) {
      throw new IllegalArgumentException("Not a voting code. Maybe it was not read by VotingCode.read?");
    }
  }

  /** What is wrong with something typed. */
  public enum FaultKind {
    /** A letter that no code has. */
    LETTER,
    /** Too few or too many letters. */
    LENGTH,
    /** One or more letters are others than printed. */
    CHECK
  }

  /**
   * @param place the letter it is about, from 1; 0 when it is about the whole
   * @param value the letter, or how many letters there are; empty for {@link FaultKind#CHECK}
   */
  public record Fault(FaultKind kind, int place, String value) {}

  /** A code, or everything that is wrong with what was typed. */
  public record Reading(@Nullable VotingCode code, List<Fault> faults) {}

  /** A new code. */
  public static VotingCode make(SecureRandom random) {
    var drawn = new StringBuilder();
    for (int i = 1; i < LENGTH; i++) {
      drawn.append(Letters.ALL.charAt(random.nextInt(Letters.COUNT)));
    }
    return new VotingCode(checked(drawn.toString()));
  }

  /** The drawn letters with their check letter: at place 16 it is the sum taken away, times 2, since 16 · 2 is 1 modulo 31. */
  static String checked(String drawn) {
    return drawn + Letters.ALL.charAt(2 * (Letters.COUNT - sum(drawn)) % Letters.COUNT);
  }

  /** Reads what a person typed: small or full-width letters, spaces and dashes of any kind are the same code. */
  public static Reading read(String typed) {
    var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT)
        .replaceAll("[\\p{Z}\\p{Cc}\\p{Cf}\\p{Pd}·._]", "");
    var points = plain.codePoints().toArray();
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < points.length; i++) {
      if (Letters.ALL.indexOf(points[i]) < 0) {
        faults.add(new Fault(FaultKind.LETTER, i + 1, Character.toString(points[i])));
      }
    }
    if (points.length != LENGTH) {
      faults.add(new Fault(FaultKind.LENGTH, 0, String.valueOf(points.length)));
    }
    if (faults.isEmpty() && sum(plain) != 0) {
      faults.add(new Fault(FaultKind.CHECK, 0, ""));
    }
    return new Reading(faults.isEmpty() ? new VotingCode(plain) : null, List.copyOf(faults));
  }

  private static int sum(String letters) {
    int sum = 0;
    for (int i = 0; i < letters.length(); i++) {
      sum += (i + 1) * Letters.ALL.indexOf(letters.charAt(i));
    }
    return sum % Letters.COUNT;
  }

  /** As it is printed: four groups of four. */
  public String grouped() {
    return Letters.grouped(letters);
  }

  /** Never the code: what is printed by a log or an error must not let anybody vote. */
  @Override
  public String toString() {
    return "VotingCode[…]";
  }
}
