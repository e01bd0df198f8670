package org.xingfuli.programme;

import java.util.UUID;

/** A node of a project has come to be at risk. How it stands now is asked of {@link Programmes}. */
public record NodeAtRisk(UUID eventId, UUID programmeId, UUID projectId, UUID nodeId, long version) {}
