package org.xingfuli.estate;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A residential estate ({@code 小区}) as recorded now.
 *
 * @param code the district's own code, unique within its street
 * @param street area code of the street, nine digits
 * @param community area code of the community, twelve digits, when known
 * @param floorArea floor area of all buildings, ㎡
 * @param sizeClass by the size rule unless somebody chose it
 * @param sizeClassChosen whether a person set the size class, so that the rule leaves it alone
 * @param version the number a change must name
 */
public record Estate(
    UUID id,
    String code,
    String name,
    String street,
    @Nullable String community,
    @Nullable String address,
    @Nullable Integer builtFrom,
    @Nullable Integer builtTo,
    BigDecimal floorArea,
    SizeClass sizeClass,
    boolean sizeClassChosen,
    Quantities quantities,
    int version) {

  /** The most specific area the estate lies in. */
  public String area() {
    return community == null ? street : community;
  }
}
