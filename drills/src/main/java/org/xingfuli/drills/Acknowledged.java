package org.xingfuli.drills;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the platform has said yes to, and what was sent without an answer.
 *
 * <p>Acknowledged then absent is lost; stored twice is doubled; sent without an answer may be either, but never half. A
 * sender that got no answer sends the same request again under the same id, as a phone would: only then can anything double.
 */
final class Acknowledged {

  /** Sends a request, the first time or again, always under the ids it was first sent with. */
  interface Request {
    void send(Person person) throws IOException, InterruptedException;
  }

  private final Set<String> yes = new LinkedHashSet<>();
  private final Map<String, Request> unanswered = new LinkedHashMap<>();
  private int repeated;

  synchronized void sent(String what, Request request) {
    unanswered.put(what, request);
  }

  synchronized void answered(String what) {
    unanswered.remove(what);
    yes.add(what);
  }

  synchronized void refused(String what) {
    unanswered.remove(what);
  }

  synchronized Set<String> yes() {
    return new LinkedHashSet<>(yes);
  }

  /** How many were acknowledged whose name begins like this. */
  synchronized long count(String kind) {
    return yes.stream().filter(what -> what.startsWith(kind)).count();
  }

  synchronized Set<String> unanswered() {
    return new LinkedHashSet<>(unanswered.keySet());
  }

  /** The requests without an answer, about to be sent again. */
  synchronized List<Request> toRepeat() {
    repeated += unanswered.size();
    return List.copyOf(unanswered.values());
  }

  /**
   * Every acknowledged one stands exactly once, and what was sent without an answer at most once.
   *
   * @param stored how often each name stands
   */
  synchronized List<String> compare(Map<String, Integer> stored) {
    var faults = new ArrayList<String>();
    for (var what : yes) {
      if (stored.getOrDefault(what, 0) != 1) {
        faults.add("acknowledged «" + what + "» stands " + stored.getOrDefault(what, 0) + " times");
      }
    }
    for (var what : unanswered.keySet()) {
      if (stored.getOrDefault(what, 0) > 1) {
        faults.add("unanswered «" + what + "» stands " + stored.get(what) + " times");
      }
    }
    return faults;
  }

  synchronized int repeated() {
    return repeated;
  }
}
