package org.xingfuli.programme;

import java.util.UUID;

/** A plan became the one progress is held against. */
public record PlanFrozen(UUID eventId, UUID programmeId, UUID planId, int version) {}
