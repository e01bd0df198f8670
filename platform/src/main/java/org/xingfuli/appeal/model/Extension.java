package org.xingfuli.appeal.model;

import java.time.Instant;
import java.util.UUID;
import org.xingfuli.kernel.TimeLimit;

/**
 * More time, granted once.
 *
 * @param amount in the unit of the limit
 * @param askedAt before the limit had expired
 */
public record Extension(TimeLimit amount, Instant askedAt, UUID grantedBy, Instant decidedAt) {}
