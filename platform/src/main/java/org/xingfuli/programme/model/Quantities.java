package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** How much of each driver a project holds, summed over its estates and their shares; exact decimals. */
public record Quantities(Map<Driver, BigDecimal> amounts) {

  public static final Quantities NONE = new Quantities(Map.of());

  public Quantities {
    amounts = Map.copyOf(amounts);
  }

  public BigDecimal of(Driver driver) {
    return amounts.getOrDefault(driver, BigDecimal.ZERO);
  }

  /** These and a share (0 to 1) of an estate's, driver by driver. */
  public Quantities plus(Quantities estate, BigDecimal share) {
    var sum = new EnumMap<Driver, BigDecimal>(Driver.class);
    for (var driver : Driver.values()) {
      var amount = of(driver).add(estate.of(driver).multiply(share));
      if (amount.signum() != 0) {
        sum.put(driver, amount.stripTrailingZeros());
      }
    }
    return new Quantities(sum);
  }
}
