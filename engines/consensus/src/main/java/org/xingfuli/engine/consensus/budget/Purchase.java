package org.xingfuli.engine.consensus.budget;

import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Fraction;

/**
 * A project taken.
 *
 * @param project its place in the election
 * @param price equal shares: what a ballot pays per unit of weight, at most what it has left, in the election's currency; other
 *     rules: null
 * @param payers equal shares: ballots that paid something; otherwise ballots that support it
 */
public record Purchase(int project, @Nullable Fraction price, int payers) {}
