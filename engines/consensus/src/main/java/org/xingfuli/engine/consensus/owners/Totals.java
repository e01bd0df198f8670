package org.xingfuli.engine.consensus.owners;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** A count by area in square metres and by heads: of all owners, of those taking part, of those who approve. */
public record Totals(
    BigDecimal area, long heads, BigDecimal takingPartArea, long takingPartHeads, BigDecimal approvingArea, long approvingHeads) {

  /** @throws Refused with every fault: nothing at all, a negative number, a part that is more than its whole */
  public Totals {
    List<Refusal> faults = new ArrayList<>();
    if (area.signum() <= 0 || heads <= 0) {
      faults.add(Refusal.of("owners.no-units"));
    }
    within(approvingArea, takingPartArea, faults);
    within(takingPartArea, area, faults);
    within(BigDecimal.valueOf(approvingHeads), BigDecimal.valueOf(takingPartHeads), faults);
    within(BigDecimal.valueOf(takingPartHeads), BigDecimal.valueOf(heads), faults);
    Refused.ifAny(faults);
  }

  private static void within(BigDecimal part, BigDecimal whole, List<Refusal> faults) {
    if (part.signum() < 0 || part.compareTo(whole) > 0) {
      faults.add(Refusal.of("owners.part-above-whole", Map.of("part", part.toPlainString(), "whole", whole.toPlainString())));
    }
  }
}
