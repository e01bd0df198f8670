package org.xingfuli.exchange.estates;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A household as a workbook states it; exclusive area in ㎡. Owner and phone are personal data.
 *
 * @param row where it stands, as Excel counts
 */
public record HouseholdLine(
    int row,
    String estateCode,
    String building,
    int stairwell,
    int floor,
    String door,
    BigDecimal exclusiveArea,
    @Nullable String owner,
    @Nullable String phone) {}
