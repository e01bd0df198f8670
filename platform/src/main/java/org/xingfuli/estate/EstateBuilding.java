package org.xingfuli.estate;

import java.util.UUID;

/**
 * A building of an estate.
 *
 * @param stairwells how many it has, numbered from 1
 * @param households how many are on record
 */
public record EstateBuilding(UUID id, String number, int stairwells, int households) {}
