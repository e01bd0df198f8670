package org.xingfuli.appeal.model;

/**
 * What may explain the appeals of one class, as it is configured; one rule of each kind for a class.
 *
 * @param source what it rests on
 * @param version that was seen
 */
public record ExplainingRule(Explaining.Rule rule, String source, int version) {}
