package org.xingfuli.utilities.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.utilities.Service;

/**
 * The sheet for the stairwells of one building.
 *
 * @param dueAt by when it must hang
 */
public record Notice(
    UUID id, UUID requestId, UUID estateId, UUID buildingId, String buildingNumber, List<Service> services,
    NoticeState state, Window window, Instant dueAt, @Nullable Instant postedAt, @Nullable UUID postedBy) {}
