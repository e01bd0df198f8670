package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;

/**
 * Something a budget may be spent on.
 *
 * @param id unique in its election
 * @param name for people; may be empty
 * @param cost of the whole project in the election's currency, 0 or more; it is bought whole or not at all
 */
public record Project(String id, String name, BigDecimal cost) {}
