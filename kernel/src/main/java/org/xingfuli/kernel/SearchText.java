package org.xingfuli.kernel;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How texts are compared in search: most Chinese words have two characters, which PostgreSQL's own means do not index,
 * so every text is kept a second time, plain, and as the set of its pairs of characters.
 */
public final class SearchText {

  private static final int FOUR = 4;
  private static final Pattern FIGURES = Pattern.compile("[0-9]{" + FOUR + ",}");

  private SearchText() {}

  /** Letters and digits only, in one width and one case; the write path and the query use this same method. */
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Overlapping pairs of code points of a plain text, or of plain texts set apart by blanks. */
  public static SortedSet<String> bigrams(String plain) {
    int[] points = plain.codePoints().toArray();
    var pairs = new TreeSet<String>();
    for (int i = 0; i + 1 < points.length; i++) {
      if (points[i] != ' ' && points[i + 1] != ' ') {
        pairs.add(new String(points, i, 2));
      }
    }
    return pairs;
  }

  /**
   * What a text with this plain word in it has at least, with as few as lead to it: of a run of {@value #FOUR} and more figures every
   * four in a row, which few texts have, instead of their pairs, which many have; of all else its pairs.
   */
  public static SortedSet<String> keys(String word) {
    var keys = new TreeSet<String>();
    var rest = new StringBuilder();
    var runs = FIGURES.matcher(word);
    int read = 0;
    while (runs.find()) {
      // The figures at both ends stay, for their pairs with what stands beside them.
      rest.append(word, read, runs.start() + 1).append(' ');
      read = runs.end() - 1;
      for (int at = runs.start(); at + FOUR <= runs.end(); at++) {
        keys.add(word.substring(at, at + FOUR));
      }
    }
    keys.addAll(bigrams(rest.append(word.substring(read)).toString()));
    return keys;
  }

  /** The words of a query, plain; a text must hold each of them. */
  public static List<String> words(String query) {
    var words = new ArrayList<String>();
    for (var word : Normalizer.normalize(query, Normalizer.Form.NFKC).split("[\\s,，、·]+", -1)) {
      var plain = plain(word);
      if (!plain.isEmpty() && !words.contains(plain)) {
        words.add(plain);
      }
    }
    return words;
  }
}
