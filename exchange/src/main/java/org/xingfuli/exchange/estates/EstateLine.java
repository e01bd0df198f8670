package org.xingfuli.exchange.estates;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An estate as a workbook states it; areas in ㎡, lengths in m.
 *
 * @param row where it stands, as Excel counts
 * @param street area code, nine digits
 * @param community area code, twelve digits
 * @param small whether it is small and easy; null leaves that to the rule
 */
public record EstateLine(
    int row,
    String code,
    String name,
    String street,
    @Nullable String community,
    @Nullable String address,
    @Nullable Integer builtFrom,
    @Nullable Integer builtTo,
    BigDecimal floorArea,
    @Nullable Boolean small,
    int roofStructures,
    int groundStructures,
    BigDecimal roofArea,
    BigDecimal facadeArea,
    BigDecimal drainLength,
    BigDecimal roadArea,
    int parkingSpaces,
    int chargingPoints,
    BigDecimal greenArea) {

  /** The most specific area the estate lies in. */
  public String area() {
    return community == null ? street : community;
  }
}
