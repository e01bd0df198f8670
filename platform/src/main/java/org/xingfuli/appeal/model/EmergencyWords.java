package org.xingfuli.appeal.model;

import java.util.List;
import java.util.Optional;
import org.xingfuli.appeal.Urgency;

/**
 * Words of danger, looked for the moment an appeal comes in: who smells gas does not wait for a clerk. A word that is denied
 * or asked about still counts; somebody looks once too often.
 */
public final class EmergencyWords {

  private static final List<String> EMERGENCY = List.of("燃气泄漏", "煤气泄漏", "天然气泄漏", "漏气", "闻到煤气", "煤气味", "燃气味",
      "触电", "漏电", "电线掉", "起火", "着火", "冒烟", "爆炸", "坍塌", "倒塌", "塌陷", "坠落", "掉下来砸", "砸到人", "被困", "溺水", "昏迷",
      "轻生", "跳楼");
  private static final List<String> URGENT = List.of("停水", "停电", "停气", "没有水", "没水", "没电", "断水", "断电", "断气", "爆管",
      "水管爆", "污水倒灌", "倒灌", "积水进屋", "暖气不热");

  private EmergencyWords() {}

  /** What the words make of it, and the word that did; nothing for ordinary ones. */
  public static Optional<Found> in(String text) {
    return first(text, EMERGENCY, Urgency.EMERGENCY).or(() -> first(text, URGENT, Urgency.URGENT));
  }

  private static Optional<Found> first(String text, List<String> words, Urgency urgency) {
    return words.stream().filter(text::contains).findFirst().map(word -> new Found(urgency, word));
  }

  /** The word that spoke for it. */
  public record Found(Urgency urgency, String word) {}
}
