package org.xingfuli.engine.triage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds all of many words in one pass over a text (Aho and Corasick 1975). Words are compared as {@link Plain} does. */
final class AhoCorasick {

  private final List<Map<Character, Integer>> next = new ArrayList<>();
  private final List<Integer> fail = new ArrayList<>();
  private final List<List<Integer>> ends = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  /** Occurrence of a word; {@code to} is exclusive. */
  record Hit(int word, int from, int to) {}

  AhoCorasick(List<String> given) {
    node();
    for (String each : given) {
      add(each);
    }
    link();
  }

  private int node() {
    next.add(new HashMap<>());
    fail.add(0);
    ends.add(new ArrayList<>());
    return next.size() - 1;
  }

  private void add(String given) {
    String word = new Plain(given).toString().strip();
    int at = 0;
    for (char c : word.toCharArray()) {
      Integer to = next.get(at).get(c);
      if (to == null) {
        to = node();
        next.get(at).put(c, to);
      }
      at = to;
    }
    words.add(word);
    if (at != 0) {
      ends.get(at).add(words.size() - 1);
    }
  }

  private void link() {
    ArrayDeque<Integer> open = new ArrayDeque<>(next.get(0).values());
    while (!open.isEmpty()) {
      int node = open.remove();
      next.get(node).forEach((c, to) -> {
        fail.set(to, step(fail.get(node), c));
        ends.get(to).addAll(ends.get(fail.get(to)));
        open.add(to);
      });
    }
  }

  private int step(int from, char c) {
    int at = from;
    while (true) {
      Integer to = next.get(at).get(c);
      if (to != null) {
        return to;
      }
      if (at == 0) {
        return 0;
      }
      at = fail.get(at);
    }
  }

  /** All occurrences by their end, overlapping ones too. */
  List<Hit> find(Plain text) {
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      at = step(at, text.at(i));
      for (int word : ends.get(at)) {
        hits.add(new Hit(word, i + 1 - words.get(word).length(), i + 1));
      }
    }
    return hits;
  }
}
