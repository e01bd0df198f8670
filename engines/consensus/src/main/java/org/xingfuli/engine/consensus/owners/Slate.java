package org.xingfuli.engine.consensus.owners;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Candidates and the seats they stand for.
 *
 * @param seats of a whole committee an odd number from 5 to 11 (source: 110ask.com, uianet.net; not of the Civil Code); of a
 *     replacement at least 1
 * @param wholeCommittee false when members of a sitting committee are replaced
 * @param candidates ids, in the order of the ballot, which decides nothing
 */
public record Slate(int seats, boolean wholeCommittee, List<String> candidates) {

  static final int LEAST = 5;
  static final int MOST = 11;

  /** @throws Refused with every fault: seats, no candidates, a candidate without id or twice */
  public Slate {
    candidates = List.copyOf(candidates);
    List<Refusal> faults = new ArrayList<>();
    if (wholeCommittee ? seats < LEAST || seats > MOST || seats % 2 == 0 : seats < 1 || seats > MOST) {
      faults.add(Refusal.of("owners.seats", Map.of("value", seats, "least", wholeCommittee ? LEAST : 1, "most", MOST)));
    }
    if (candidates.isEmpty() || candidates.stream().anyMatch(String::isBlank)) {
      faults.add(Refusal.of("owners.candidate-without-id"));
    }
    if (new HashSet<>(candidates).size() < candidates.size()) {
      faults.add(Refusal.of("owners.candidate-twice"));
    }
    Refused.ifAny(faults);
  }
}
