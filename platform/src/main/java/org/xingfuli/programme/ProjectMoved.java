package org.xingfuli.programme;

import java.util.UUID;

/** A project lies in another street now, because its estates do; who sees it has changed. */
public record ProjectMoved(UUID eventId, UUID programmeId, UUID projectId) {}
