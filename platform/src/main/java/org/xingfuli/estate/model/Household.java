package org.xingfuli.estate.model;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A household ({@code 户}): one door of a stairwell. Who owns it is kept apart.
 *
 * @param exclusiveArea 专有部分面积, ㎡
 */
public record Household(UUID id, UUID buildingId, int stairwell, int floor, String door, BigDecimal exclusiveArea) {}
