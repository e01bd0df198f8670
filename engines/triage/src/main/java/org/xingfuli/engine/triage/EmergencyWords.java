package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.engine.triage.Suggestion.Reason;

/**
 * Words after which minutes count. They over-report on purpose: a person who looks in vain loses a minute. Wording ours, to be
 * completed by each desk.
 */
public final class EmergencyWords {

  private static final List<String> WORDS = List.of("燃气泄漏", "煤气泄漏", "天然气泄漏", "燃气泄露", "煤气泄露", "天然气泄露", "煤气味", "燃气味",
      "漏气", "煤气中毒", "一氧化碳", "触电", "漏电", "电死", "坍塌", "塌方", "倒塌", "塌陷", "起火", "着火", "失火", "火灾", "爆炸", "爆燃",
      "冒烟", "浓烟", "坠落", "高坠", "坠楼", "跳楼", "轻生", "被困", "困人", "砸伤", "砸到人", "掉落", "溺水", "昏迷", "救命", "高压线断");

  /** Words in which one of the above is only spelt. */
  private static final List<String> NOT = List.of("接触电", "轻生活", "减轻生", "年轻生");

  private static final AhoCorasick FINDER = new AhoCorasick(WORDS);
  private static final AhoCorasick HARMLESS = new AhoCorasick(NOT);

  private EmergencyWords() {}

  /** Those found in title or text, as they stand there, each once. */
  public static List<Reason> in(Message message) {
    Map<String, Reason> found = new LinkedHashMap<>();
    for (String part : List.of(message.title(), message.text())) {
      Plain plain = new Plain(part);
      List<AhoCorasick.Hit> harmless = HARMLESS.find(plain);
      for (AhoCorasick.Hit hit : FINDER.find(plain)) {
        if (harmless.stream().noneMatch(h -> h.from() < hit.to() && hit.from() < h.to())) {
          found.putIfAbsent(WORDS.get(hit.word()),
              new Reason(plain.original(hit.from(), hit.to()), Suggestion.EMERGENCY, 1));
        }
      }
    }
    return new ArrayList<>(found.values());
  }
}
