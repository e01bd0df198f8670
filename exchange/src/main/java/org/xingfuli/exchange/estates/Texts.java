package org.xingfuli.exchange.estates;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How text from other people's cells is tidied, and how ours is made harmless in theirs. */
final class Texts {

  private static final int SHOWN = 60;
  private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u3000]+");
  private static final Pattern RISKY = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern ESCAPED = Pattern.compile("^'[=+\\-@\\t\\r'].*", Pattern.DOTALL);

  private Texts() {}

  /** Blanks of every width at the ends are gone and one within; invisible marks too. */
  static String tidy(String text) {
    var seen = ESCAPED.matcher(text).matches() ? text.substring(1) : text;
    return BLANKS.matcher(INVISIBLE.matcher(seen).replaceAll("")).replaceAll(" ").strip();
  }

  /** Tidy, and in one width: {@code １２} is {@code 12}. */
  static String narrow(String text) {
    return tidy(Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  /**
   * A text no spreadsheet takes for a formula: what begins like one gets an apostrophe in front, which reading takes off
   * again.
   */
  static String harmless(String text) {
    return RISKY.matcher(text).matches() || ESCAPED.matcher(text).matches() ? "'" + text : text;
  }

  /** A header as it is compared: without the English line, blanks, units in brackets and the asterisk. */
  static String header(String text) {
    var line = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).split("[\\r\\n]", 2)[0];
    return line.replaceAll("\\([^)]*\\)", "").replaceAll("[\\s*:]+", "").toLowerCase(Locale.ROOT);
  }

  static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }

  /** The letters Excel shows above a column: 0 is A, 26 is AA. */
  static String letters(int column) {
    var letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
