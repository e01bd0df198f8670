package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as it is compared: full width made half, small letters, white space gone, everything that is neither letter nor digit
 * one mark. It knows where each character stood, so that reasons are told in the words of the text.
 */
final class Plain {

  /** Stands for punctuation; no n-gram crosses it. */
  static final char MARK = ' ';

  private final String original;
  private final char[] chars;
  private final int[] from;
  private final List<String> words = new ArrayList<>();

  Plain(String original) {
    this.original = original;
    char[] kept = new char[original.length()];
    int[] places = new int[original.length()];
    int size = 0;
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < original.length(); i++) {
      char c = folded(original.charAt(i));
      boolean letter = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
      if (letter) {
        word.append(c);
      } else {
        end(word);
      }
      if (letter || !Character.isWhitespace(c) && size > 0 && kept[size - 1] != MARK) {
        kept[size] = letter ? c : MARK;
        places[size++] = i;
      }
    }
    end(word);
    chars = Arrays.copyOf(kept, size);
    from = Arrays.copyOf(places, size);
  }

  private void end(StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  static char folded(char c) {
    char half = c >= '！' && c <= '～' ? (char) (c - 0xFEE0) : c == '　' ? ' ' : c;
    return Character.toLowerCase(half);
  }

  int length() {
    return chars.length;
  }

  char at(int i) {
    return chars[i];
  }

  /** Runs between white space or punctuation: the words of a text that was cut, the clauses of one that was not. */
  List<String> words() {
    return words;
  }

  /** What stood in the text between two places of this one; {@code to} is exclusive. */
  String original(int start, int to) {
    return original.substring(from[start], from[to - 1] + 1);
  }

  int originalFrom(int i) {
    return from[i];
  }

  @Override
  public String toString() {
    return new String(chars);
  }
}
