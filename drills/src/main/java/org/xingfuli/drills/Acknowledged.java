package org.xingfuli.drills;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the platform has said yes to, and what was sent without an answer.
 *
 * <p>Acknowledged then absent is lost; stored twice is doubled; sent without an answer may be either, but never half.
 */
final class Acknowledged {

  private final Set<String> yes = new LinkedHashSet<>();
  private final Map<String, UUID> unanswered = new LinkedHashMap<>();

  synchronized void sent(String what, UUID requestId) {
    unanswered.put(what, requestId);
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

  synchronized Map<String, UUID> unanswered() {
    return new LinkedHashMap<>(unanswered);
  }
}
