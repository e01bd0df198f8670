package org.xingfuli.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Everything wrong with a conversation's files, told together. */
final class ConversationFaults {

  /** Faults beyond so many are counted, not told one by one. */
  private static final int MOST_TOLD = 50;
  private static final int MOST_SHOWN = 40;

  private final List<Refusal> faults = new ArrayList<>();
  private int more;

  /** @param values beside the file's name; texts are shown in part */
  void fault(String code, String file, Map<String, Object> values) {
    if (faults.size() >= MOST_TOLD) {
      more++;
      return;
    }
    Map<String, Object> all = new HashMap<>();
    values.forEach((name, value) -> all.put(name, value instanceof String text && text.length() > MOST_SHOWN
        ? text.substring(0, MOST_SHOWN) + "…" : value));
    all.put("file", file);
    faults.add(Refusal.of(code, all));
  }

  boolean none() {
    return faults.isEmpty();
  }

  void refuse() {
    if (more > 0) {
      faults.add(Refusal.of("opinion-file.more", Map.of("count", more)));
    }
    Refused.ifAny(faults);
  }
}
