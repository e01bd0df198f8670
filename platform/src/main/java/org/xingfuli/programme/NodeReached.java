package org.xingfuli.programme;

import java.util.UUID;

/** A node of a project was reached. How it stands now is asked of {@link Programmes}. */
public record NodeReached(UUID eventId, UUID programmeId, UUID projectId, UUID nodeId, long version) {}
