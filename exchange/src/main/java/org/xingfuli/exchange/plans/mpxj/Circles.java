package org.xingfuli.exchange.plans.mpxj;

import java.util.HashSet;
import java.util.Map;

/** Things that stand below each other in a circle; whoever follows them upwards never comes to an end. */
final class Circles {

  private Circles() {}

  /** Names one of each circle; a blank parent is none. */
  static void in(Map<String, String> parents, String what, Findings findings) {
    var sound = new HashSet<String>();
    for (var first : parents.keySet()) {
      var met = new HashSet<String>();
      var at = first;
      while (at != null && !at.isEmpty() && !sound.contains(at) && met.add(at)) {
        at = parents.get(at);
      }
      if (at != null && !at.isEmpty() && !sound.contains(at)) {
        findings.fault("plan-file.circle", Map.of("what", what, "place", at));
      }
      sound.addAll(met);
    }
  }
}
