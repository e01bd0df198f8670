package org.xingfuli.appeal.model;

import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.TimeLimit;

/**
 * What a clock keeps of the rule it was started under, whatever becomes of the rule.
 *
 * @param unconfirmed whether the rule is still an assumption; the one thing that follows the rule, since confirming moves no date
 */
public record BoundRule(String code, int version, TimeLimit limit, @Nullable TimeLimit mostExtension,
    @Nullable Warning warning, boolean unconfirmed) {}
