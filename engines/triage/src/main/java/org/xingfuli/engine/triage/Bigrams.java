package org.xingfuli.engine.triage;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Runs of two characters and how often each stands in a text; a character alone between marks is itself. White space does not part,
 * so texts cut into words fit raw ones. A bigram is a number, its two characters side by side: six bytes hold it with its count.
 */
final class Bigrams {

  static final int NONE = 0;

  private final int[] keys;
  private final short[] times;
  private final int total;

  private Bigrams(int[] keys, short[] times) {
    this.keys = keys;
    this.times = times;
    int sum = 0;
    for (short each : times) {
      sum += each;
    }
    total = sum;
  }

  static Bigrams of(Plain text) {
    int[] all = new int[text.length()];
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      int key = at(text, i);
      if (key != NONE) {
        all[size++] = key;
      }
    }
    int[] sorted = Arrays.copyOf(all, size);
    Arrays.sort(sorted);
    int[] keys = new int[size];
    short[] times = new short[size];
    int distinct = 0;
    for (int key : sorted) {
      if (distinct == 0 || keys[distinct - 1] != key) {
        keys[distinct++] = key;
      }
      times[distinct - 1]++;
    }
    return new Bigrams(Arrays.copyOf(keys, distinct), Arrays.copyOf(times, distinct));
  }

  /** These, and the other ones so many times. */
  Bigrams plus(Bigrams other, int factor) {
    int[] keys = new int[this.keys.length + other.keys.length];
    short[] times = new short[keys.length];
    int a = 0;
    int b = 0;
    int size = 0;
    while (a < this.keys.length || b < other.keys.length) {
      boolean left = b == other.keys.length || a < this.keys.length && this.keys[a] <= other.keys[b];
      boolean right = a == this.keys.length || b < other.keys.length && other.keys[b] <= this.keys[a];
      keys[size] = left ? this.keys[a] : other.keys[b];
      times[size++] = (short) ((left ? this.times[a++] : 0) + (right ? other.times[b++] * factor : 0));
    }
    return new Bigrams(Arrays.copyOf(keys, size), Arrays.copyOf(times, size));
  }

  /** The bigram that begins here; {@link #NONE} where none does. */
  static int at(Plain text, int i) {
    if (text.at(i) == Plain.MARK) {
      return NONE;
    }
    if (i + 1 < text.length() && text.at(i + 1) != Plain.MARK) {
      return text.at(i) << 16 | text.at(i + 1);
    }
    boolean alone = i == 0 || text.at(i - 1) == Plain.MARK;
    return alone ? text.at(i) << 16 : NONE;
  }

  static String text(int key) {
    char second = (char) key;
    return second == 0 ? String.valueOf((char) (key >>> 16)) : new String(new char[] {(char) (key >>> 16), second});
  }

  /** Distinct ones, ascending. */
  int[] keys() {
    return keys;
  }

  /** 0 where it does not stand. */
  int times(int key) {
    int at = Arrays.binarySearch(keys, key);
    return at < 0 ? 0 : times[at];
  }

  /** With all repetitions. */
  int total() {
    return total;
  }

  /** As Lucene reads them: every bigram as often as it counts. */
  TokenStream stream() {
    return new Stream(this);
  }

  private static final class Stream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Bigrams bigrams;
    private int bigram;
    private int time;

    Stream(Bigrams bigrams) {
      this.bigrams = bigrams;
    }

    @Override
    public boolean incrementToken() {
      while (bigram < bigrams.keys.length && time == bigrams.times[bigram]) {
        bigram++;
        time = 0;
      }
      if (bigram == bigrams.keys.length) {
        return false;
      }
      clearAttributes();
      term.append(text(bigrams.keys[bigram]));
      time++;
      return true;
    }

    @Override
    public void reset() {
      bigram = 0;
      time = 0;
    }
  }
}
