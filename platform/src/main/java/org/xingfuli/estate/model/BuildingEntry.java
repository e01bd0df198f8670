package org.xingfuli.estate.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.estates.EstateLimits;
import org.xingfuli.kernel.Refusal;

/** A building as somebody entered it; floor area in ㎡. */
public record BuildingEntry(String number, int storeys, @Nullable Integer builtYear, BigDecimal floorArea,
    int stairwells, boolean pitchedRoof) {

  /** Everything that is wrong with it by itself; the same limits hold for workbooks. */
  public List<Refusal> faults() {
    var refusals = new ArrayList<Refusal>();
    var name = number.strip();
    if (name.isEmpty() || name.length() > EstateLimits.CODE) {
      refuse(refusals, "estate.bad-building-number", "/number", name);
    }
    range(refusals, "/storeys", storeys, EstateLimits.STOREYS);
    range(refusals, "/stairwells", stairwells, EstateLimits.STAIRWELLS);
    if (floorArea.signum() <= 0 || floorArea.compareTo(BigDecimal.valueOf(EstateLimits.BUILDING_AREA)) > 0) {
      refuse(refusals, "estate.number-out-of-range", "/floorArea", floorArea.toPlainString());
    }
    if (builtYear != null && (builtYear < EstateLimits.YEAR_MIN || builtYear > EstateLimits.YEAR_MAX)) {
      refuse(refusals, "estate.bad-year", "/builtYear", builtYear);
    }
    return refusals;
  }

  private static void range(List<Refusal> refusals, String pointer, int value, int most) {
    if (value < 1 || value > most) {
      refuse(refusals, "estate.number-out-of-range", pointer, value);
    }
  }

  private static void refuse(List<Refusal> refusals, String code, String pointer, Object value) {
    refusals.add(Refusal.of(code, Map.of("pointer", pointer, "value", value)));
  }
}
