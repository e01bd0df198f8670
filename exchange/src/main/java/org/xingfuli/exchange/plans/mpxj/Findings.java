package org.xingfuli.exchange.plans.mpxj;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.kernel.Refusal;

/** Faults and losses of one file while it is read. */
final class Findings {

  /** More than these nobody reads; the file is refused all the same. */
  private static final int MOST_FAULTS = 1000;
  private static final int MOST_LOSSES = 20_000;

  private final List<Refusal> faults = new ArrayList<>();
  private final Set<Loss> losses = new LinkedHashSet<>();

  void fault(Refusal refusal) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(refusal);
    }
  }

  void fault(String code, Map<String, Object> values) {
    fault(Refusal.of(code, values));
  }

  void lose(Loss.Kind kind, String place, Object value) {
    if (losses.size() < MOST_LOSSES) {
      losses.add(new Loss(kind, place, String.valueOf(value)));
    }
  }

  List<Refusal> faults() {
    return faults;
  }

  List<Loss> losses() {
    return List.copyOf(losses);
  }
}
