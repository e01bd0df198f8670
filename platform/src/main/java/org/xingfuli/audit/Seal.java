package org.xingfuli.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One link of the chain.
 *
 * @param number without gaps, from 1
 * @param content hash of the entry alone
 * @param hash of the link before, the number, the content and the moment
 */
record Seal(long number, UUID entryId, byte[] content, byte[] hash, Instant at) {}
