package org.xingfuli.estate.model;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A building ({@code 楼栋}) of an estate.
 *
 * @param number its number in the estate, such as {@code 12} or {@code 12甲}
 * @param floorArea ㎡
 * @param stairwells how many stairwells ({@code 单元}) it has, numbered from 1
 * @param households how many households are on record
 */
public record Building(
    UUID id,
    UUID estateId,
    String area,
    String number,
    int storeys,
    @Nullable Integer builtYear,
    BigDecimal floorArea,
    int stairwells,
    int households,
    boolean pitchedRoof,
    int version) {}
