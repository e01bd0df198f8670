package org.xingfuli.exchange.estates;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A building as a workbook states it; floor area in ㎡.
 *
 * @param row where it stands, as Excel counts
 * @param stairwells how many, numbered from 1
 */
public record BuildingLine(
    int row,
    String estateCode,
    String number,
    int storeys,
    @Nullable Integer builtYear,
    BigDecimal floorArea,
    int stairwells,
    boolean pitchedRoof) {}
