package org.xingfuli.drills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sender of appeals knows: which keys it sent, and which of them were acknowledged with which number. It is written line
 * by line, {@code sent KEY} before the first sending and {@code ack KEY NUMBER} after each answer, so that a ledger read from a
 * file says what was known at every moment.
 */
final class IntakeLedger {

  /** Begins the title of an appeal of the drill; its key is the rest. */
  static final String TITLE = "演练 ";

  /** An appeal as the platform tells it. */
  record Stored(String number, String title) {}

  private final Set<String> sent = new LinkedHashSet<>();
  private final Map<String, String> numbers = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int answers;

  /** Reads a ledger; a line that a sender says by itself is a fault it saw. */
  static IntakeLedger of(List<String> lines) {
    var ledger = new IntakeLedger();
    for (var line : lines) {
      var words = line.split(" ");
      if (words.length == 2 && words[0].equals("sent")) {
        ledger.sent.add(words[1]);
      } else if (words.length == 3 && words[0].equals("ack")) {
        ledger.acknowledged(words[1], words[2]);
      } else {
        ledger.faults.add(line);
      }
    }
    return ledger;
  }

  private void acknowledged(String key, String number) {
    answers++;
    var before = numbers.putIfAbsent(key, number);
    if (before != null && !before.equals(number)) {
      faults.add("the key %s was answered with %s, and later with %s".formatted(key, before, number));
    }
  }

  int sent() {
    return sent.size();
  }

  int acknowledged() {
    return numbers.size();
  }

  /** Answers to a key that had been answered before, each with the number it had been given. */
  int answeredAgain() {
    return answers - numbers.size();
  }

  /** Keys that were sent and never answered. */
  long unanswered() {
    return sent.stream().filter(key -> !numbers.containsKey(key)).count();
  }

  /** Lost, doubled, renumbered or never sent: everything in which the stored appeals differ from what is known here. */
  List<String> compare(List<Stored> stored) {
    var found = new ArrayList<>(faults);
    var known = new Acknowledged();
    sent.forEach(key -> known.sent(key, person -> {}));
    numbers.keySet().forEach(known::answered);
    var counts = new HashMap<String, Integer>();
    var holders = new HashMap<String, String>();
    for (var one : stored) {
      if (!one.title().startsWith(TITLE)) {
        continue;
      }
      var key = one.title().substring(TITLE.length());
      counts.merge(key, 1, Integer::sum);
      if (!sent.contains(key)) {
        found.add("%s stands for the key %s, which was never sent".formatted(one.number(), key));
      }
      if (numbers.containsKey(key) && !one.number().equals(numbers.get(key))) {
        found.add("%s was acknowledged as %s and stands as %s".formatted(key, numbers.get(key), one.number()));
      }
      var holder = holders.putIfAbsent(one.number(), key);
      if (holder != null && !holder.equals(key)) {
        found.add("the number %s stands for two appeals".formatted(one.number()));
      }
    }
    found.addAll(known.compare(counts));
    return found;
  }
}
