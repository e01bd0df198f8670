package org.xingfuli.kernel;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How texts are compared in search: most Chinese words have two characters, which PostgreSQL's own means do not index,
 * so every text is kept a second time, plain, and as the set of its pairs of characters.
 */
public final class SearchText {

  private static final int FOUR = 4;
  /** So many of four figures there are; below zero they are no pair's number. */
  private static final int FOURS = 10_000;
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

  /** Every four figures in a row of a plain text: a pair of figures stands in every third text with a number in it, four in few. */
  public static SortedSet<String> fours(String plain) {
    var fours = new TreeSet<String>();
    var runs = FIGURES.matcher(plain);
    while (runs.find()) {
      for (int at = runs.start(); at + FOUR <= runs.end(); at++) {
        fours.add(plain.substring(at, at + FOUR));
      }
    }
    return fours;
  }

  /** Of the pairs and fours of every text with this plain word in it, as few as lead there: pairs only where no four stands for them. */
  public static SortedSet<String> keys(String word) {
    var keys = fours(word);
    // The figures at both ends of a run stay, for their pairs with what stands beside them.
    keys.addAll(bigrams(FIGURES.matcher(word).replaceAll(run -> run.group().charAt(0) + " " + run.group().charAt(run.group().length() - 1))));
    return keys;
  }

  /** A pair, or four figures, as the number that the database keeps; two may share one, so that it leads to a text and proves nothing. */
  public static int key(String gram) {
    return FIGURES.matcher(gram).matches() ? Integer.parseInt(gram) - FOURS
        : key(gram.codePointAt(0), gram.codePointBefore(gram.length()));
  }

  private static int key(int first, int second) {
    return first << Character.SIZE ^ second;
  }

  /** The keys of all pairs and fours of a plain text, or of plain texts set apart by blanks, sorted, each once. */
  public static int[] allKeys(String plain) {
    int[] points = plain.codePoints().toArray();
    var keys = IntStream.builder();
    int figures = 0;
    int four = 0;
    for (int i = 0; i < points.length; i++) {
      boolean figure = points[i] >= '0' && points[i] <= '9';
      figures = figure ? figures + 1 : 0;
      four = figure ? (four * 10 + points[i] - '0') % FOURS : 0;
      if (figures >= FOUR) {
        keys.add(four - FOURS);
      }
      if (i > 0 && points[i - 1] != ' ' && points[i] != ' ') {
        keys.add(key(points[i - 1], points[i]));
      }
    }
    return keys.build().sorted().distinct().toArray();
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
