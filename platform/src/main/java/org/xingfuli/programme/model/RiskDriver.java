package org.xingfuli.programme.model;

import org.xingfuli.engine.scheduling.risk.Drivers;

/**
 * A source of chance and what it does to one node: the node's probability in the fifth of replications in which the source
 * was kindest, and in the fifth in which it was harshest.
 *
 * @param crew code of the crew when the source is a trade's pace, else empty
 */
public record RiskDriver(
    Drivers.Kind kind, String crew, double kindest, double harshest, double atKindest, double atHarshest) {}
