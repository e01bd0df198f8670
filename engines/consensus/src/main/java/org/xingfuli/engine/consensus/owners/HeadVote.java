package org.xingfuli.engine.consensus.owners;

import org.jspecify.annotations.Nullable;

/**
 * What a head counts for on a matter.
 *
 * @param vote null: silent, disputed, or without a valid vote
 * @param deemed true when it said nothing and follows the majority
 */
public record HeadVote(Head head, @Nullable Vote vote, boolean deemed) {}
