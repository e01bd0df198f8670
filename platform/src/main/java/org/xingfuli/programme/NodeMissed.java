package org.xingfuli.programme;

import java.util.UUID;

/** A node of a project is or will be missed by the forecast. How it stands now is asked of {@link Programmes}. */
public record NodeMissed(UUID eventId, UUID programmeId, UUID projectId, UUID nodeId, long version) {}
