package org.xingfuli.estate.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.xingfuli.estate.WorkClass;
import org.xingfuli.estate.WorkLane;
import org.xingfuli.identity.Words;

/**
 * A work of the catalogue.
 *
 * @param driver a name of {@link org.xingfuli.estate.Quantities#byDriver}, or {@code fixed} for one of it an estate
 * @param factor quantity = driver × factor
 * @param cost 元 a unit, within {@code costLow} and {@code costHigh}
 */
public record WorkItem(
    int edition,
    String code,
    Words name,
    WorkClass workClass,
    WorkLane lane,
    Words unit,
    String driver,
    BigDecimal factor,
    BigDecimal cost,
    BigDecimal costLow,
    BigDecimal costHigh,
    List<String> activities,
    String source,
    boolean unconfirmed) {

  public static final String FIXED = "fixed";

  /** How much of it an estate with these quantities would take; parts of counted things are rounded up. */
  public BigDecimal derivedFrom(Map<String, BigDecimal> drivers) {
    if (driver.equals(FIXED)) {
      return factor.setScale(2, RoundingMode.HALF_UP);
    }
    var amount = drivers.getOrDefault(driver, BigDecimal.ZERO).multiply(factor);
    boolean counted = factor.compareTo(BigDecimal.ONE) < 0;
    return amount.setScale(counted ? 0 : 2, counted ? RoundingMode.CEILING : RoundingMode.HALF_UP).setScale(2);
  }
}
