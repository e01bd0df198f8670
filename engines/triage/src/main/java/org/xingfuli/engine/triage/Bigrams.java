package org.xingfuli.engine.triage;

import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Runs of two characters; one that stands alone between marks is itself. White space does not part, so cut texts fit raw ones. */
final class Bigrams {

  private Bigrams() {}

  /** Bigrams of a text and how often each stands there, in a fixed order. */
  static Map<String, Integer> of(Plain text) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < text.length(); i++) {
      String at = at(text, i);
      if (!at.isEmpty()) {
        counts.merge(at, 1, Integer::sum);
      }
    }
    return counts;
  }

  /** The bigram that begins here; empty where none does. */
  static String at(Plain text, int i) {
    if (text.at(i) == Plain.MARK) {
      return "";
    }
    if (i + 1 < text.length() && text.at(i + 1) != Plain.MARK) {
      return new String(new char[] {text.at(i), text.at(i + 1)});
    }
    boolean alone = i == 0 || text.at(i - 1) == Plain.MARK;
    return alone ? String.valueOf(text.at(i)) : "";
  }

  /** Counts as Lucene reads them: every bigram as often as it counts. */
  static TokenStream stream(Map<String, Integer> counts) {
    return new Stream(counts);
  }

  private static final class Stream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final String[] words;
    private final int[] times;
    private int word;
    private int time;

    Stream(Map<String, Integer> counts) {
      words = counts.keySet().toArray(new String[0]);
      times = counts.values().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public boolean incrementToken() {
      while (word < words.length && time == times[word]) {
        word++;
        time = 0;
      }
      if (word == words.length) {
        return false;
      }
      clearAttributes();
      term.append(words[word]);
      time++;
      return true;
    }

    @Override
    public void reset() {
      word = 0;
      time = 0;
    }
  }
}
