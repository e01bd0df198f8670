package org.xingfuli.appeal.model;

import java.util.List;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.engine.triage.EmergencyWords;
import org.xingfuli.engine.triage.Message;

/** Words that cannot wait, looked for the moment an appeal comes in: who smells gas does not wait for a clerk. */
public final class UrgentWords {

  private static final List<String> URGENT = List.of("停水", "停电", "停气", "没有水", "没水", "没电", "断水", "断电", "断气", "爆管",
      "水管爆", "污水倒灌", "倒灌", "积水进屋", "暖气不热");

  private UrgentWords() {}

  /** How urgent title and words make it. */
  public static Urgency in(String title, String words) {
    if (!EmergencyWords.in(Message.of("", title, words)).isEmpty()) {
      return Urgency.EMERGENCY;
    }
    var all = title + "\n" + words;
    return URGENT.stream().anyMatch(all::contains) ? Urgency.URGENT : Urgency.ORDINARY;
  }
}
