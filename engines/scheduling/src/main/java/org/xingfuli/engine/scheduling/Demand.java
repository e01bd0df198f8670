package org.xingfuli.engine.scheduling;

/**
 * Units of a crew that a task holds in every working period from its start to its finish.
 *
 * @param crew index of the crew in the network
 * @param number units held, at least 1
 */
public record Demand(int crew, int number) {}
